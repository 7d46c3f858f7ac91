/**
 * HTTP/1.1 over explained mTLS, server and client.
 *
 * <p>A server's connection is this pipeline; bytes come in at the top and go out at the bottom of each line:
 *
 * <pre>
 * socket
 *   LingeringClose        closes so that our last words arrive
 *   LastWords             holds them back until the observer knows why
 *   PlainHttpGuard        answers plain HTTP in plain HTTP, once, then leaves
 *   HandshakeTasks        runs signatures and the judge on workers
 *   SslHandler (Netty)    TLS by the JDK's provider; ClientTrust sees the client's chain
 *   StrictRequestDecoder  bytes to parts of requests
 *   HttpResponseEncoder   (Netty) responses to bytes
 *   RelayTap              leads the body of a relayed request to its {@link fr.accroche.wire.Relay}
 *   ServerConnection      one request at a time: assembles, hands to a worker, answers
 * </pre>
 *
 * <p>A server that has no certificate speaks plain HTTP: its pipeline lacks the three that are about TLS.
 *
 * <p>A client's is {@code SslHandler}, {@code HttpClientCodec}, {@code RelayTap} and {@link fr.accroche.wire.ClientExchange},
 * kept in a {@link fr.accroche.wire.ConnectionPool} between uses.
 *
 * <p>A request that is relayed (see {@link fr.accroche.wire.Relayer}) joins one of each, once a worker has decided on its head
 * and leased the second:
 *
 * <pre>
 * caller ─► RelayTap ─► RequestFlow ─► ServerSide ─► server      reads on when the server's channel has room
 * caller ◄───────────── AnswerFlow ◄── ServerSide ◄─ RelayTap    reads on when the caller's channel has room
 *                       Deadline (each way)                      who is waited for, and until when
 * </pre>
 *
 * <p>Event loops never wait. Handlers, and the slow steps of handshakes, run on the workers of
 * {@link fr.accroche.wire.WireRuntime}.
 */
package fr.accroche.wire;

/**
 * HTTP/1.1 over explained mTLS, server and client.
 *
 * <p>A server's connection is this pipeline; bytes come in at the top and go out at the bottom of each line:
 *
 * <pre>
 * socket
 *   LingeringClose        closes so that our last words arrive
 *   PlainHttpGuard        answers plain HTTP in plain HTTP, once, then leaves
 *   HandshakeTasks        runs signatures and the judge on workers
 *   SslHandler (Netty)    TLS by the JDK's provider; ClientTrust sees the client's chain
 *   StrictRequestDecoder  bytes to parts of requests
 *   HttpResponseEncoder   (Netty) responses to bytes
 *   ServerConnection      one request at a time: assembles, hands to a worker, answers
 * </pre>
 *
 * <p>A server that has no certificate speaks plain HTTP: its pipeline lacks the three that are about TLS.
 *
 * <p>A client's is {@code SslHandler}, {@code HttpClientCodec} and {@link fr.accroche.wire.ClientExchange}, kept in a
 * {@link fr.accroche.wire.ConnectionPool} between uses.
 *
 * <p>Event loops never wait. Handlers, and the slow steps of handshakes, run on the workers of
 * {@link fr.accroche.wire.WireRuntime}.
 */
package fr.accroche.wire;

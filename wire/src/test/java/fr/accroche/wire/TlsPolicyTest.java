package fr.accroche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a server takes and what it refuses: TLS 1.3, and 1.2 with ephemeral Diffie-Hellman and AES-GCM or ChaCha20. What the JDK no
 * longer offers by itself is asked for by hand, with a ClientHello of one version and one suite.
 */
class TlsPolicyTest {

    private static final byte ALERT = 21;
    private static final byte PROTOCOL_VERSION = 70;
    private static final byte HANDSHAKE_FAILURE = 40;

    private static final TestServer SERVER = TestServer.start(
            new ClientAuthentication.Pedagogic(Judges.issuedBy(TestAuthority.ROOT)), request -> Response.of(200));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"SSL 3.0, 0300", "TLS 1.0, 0301", "TLS 1.1, 0302"})
    void refusesOldVersions(String name, String version) throws IOException {
        assertThat(answer(hello(Integer.parseInt(version, 16), 0xc02b)))
                .as(name)
                .containsExactly(2, PROTOCOL_VERSION);
    }

    /** RFC 9325 §4.2: no NULL, no export, no RC4, no 3DES, no CBC, no RSA key exchange, no static nor anonymous Diffie-Hellman. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "TLS_RSA_WITH_NULL_SHA256, 003b",
        "TLS_RSA_EXPORT_WITH_RC4_40_MD5, 0003",
        "TLS_RSA_WITH_RC4_128_SHA, 0005",
        "TLS_RSA_WITH_3DES_EDE_CBC_SHA, 000a",
        "TLS_RSA_WITH_AES_128_CBC_SHA, 002f",
        "TLS_RSA_WITH_AES_256_CBC_SHA256, 003d",
        "TLS_RSA_WITH_AES_128_GCM_SHA256, 009c",
        "TLS_RSA_WITH_AES_256_GCM_SHA384, 009d",
        "TLS_DH_RSA_WITH_AES_128_GCM_SHA256, 00a0",
        "TLS_DH_anon_WITH_AES_128_GCM_SHA256, 00a6",
        "TLS_DHE_RSA_WITH_AES_128_CBC_SHA, 0033",
        "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256, 006b",
        "TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256, c02d",
        "TLS_ECDH_anon_WITH_AES_128_CBC_SHA, c018",
        "TLS_ECDHE_ECDSA_WITH_NULL_SHA, c006",
        "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA, c007",
        "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA, c008",
        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, c009",
        "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, c024",
        "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, c027",
        "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8, c0ae",
        "TLS_PSK_WITH_AES_128_GCM_SHA256, 00a8",
    })
    void refusesSuitesOf12(String name, String suite) throws IOException {
        assertThat(answer(hello(0x0303, Integer.parseInt(suite, 16)))).as(name).containsExactly(2, HANDSHAKE_FAILURE);
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("TLSv1.3", "TLS_AES_128_GCM_SHA256"),
                Arguments.of("TLSv1.3", "TLS_AES_256_GCM_SHA384"),
                Arguments.of("TLSv1.3", "TLS_CHACHA20_POLY1305_SHA256"),
                Arguments.of("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
                Arguments.of("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"),
                Arguments.of("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"));
    }

    /** By an identity on an elliptic curve; the RSA suites are refused to it, whatever the policy. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("taken")
    void takesForwardSecretAuthenticatedEncryption(String version, String suite) throws Exception {
        SSLContext context = RawClient.context(Optional.empty());
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", SERVER.port())) {
            socket.setEnabledProtocols(new String[] {version});
            socket.setEnabledCipherSuites(new String[] {suite});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            assertThat(socket.getSession().getCipherSuite()).isEqualTo(suite);
        }
    }

    /** The policy names nothing but what may be: of 1.2, an ephemeral key and authenticated encryption. */
    @Test
    void offersNothingElse() {
        SSLContext context = RawClient.context(Optional.empty());

        assertThat(TlsPolicy.parameters(context).getProtocols()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(Arrays.asList(TlsPolicy.parameters(context).getCipherSuites()))
                .allMatch(suite -> suite.matches("TLS_(ECDHE_(ECDSA|RSA)_WITH_|DHE_RSA_WITH_)?"
                        + "(AES_(128|256)_GCM_SHA(256|384)|CHACHA20_POLY1305_SHA256)"));
    }

    /** The level and the description of the alert that a ClientHello is answered with. */
    private static byte[] answer(byte[] hello) throws IOException {
        try (RawClient client = RawClient.plain(SERVER)) {
            client.send(hello);
            DataInputStream in = new DataInputStream(client.socket().getInputStream());
            assertThat(in.readByte()).as("an alert").isEqualTo(ALERT);
            in.readShort();
            return in.readNBytes(in.readShort());
        }
    }

    /** Record, ClientHello, random, no session, one suite, no compression, curves and signatures that any server would take. */
    private static byte[] hello(int version, int suite) {
        byte[] extensions = extensions();
        int body = 2 + 32 + 1 + 2 + 2 + 2 + 2 + extensions.length;
        ByteBuffer hello = ByteBuffer.allocate(5 + 4 + body);
        hello.put((byte) 22).putShort((short) version).putShort((short) (4 + body));
        hello.put((byte) 1).put((byte) 0).putShort((short) body);
        hello.putShort((short) version).put(new byte[32]).put((byte) 0);
        hello.putShort((short) 2).putShort((short) suite);
        hello.put((byte) 1).put((byte) 0);
        hello.putShort((short) extensions.length).put(extensions);
        return hello.array();
    }

    private static byte[] extensions() {
        ByteBuffer extensions = ByteBuffer.allocate(64);
        extensions.putShort((short) 10).putShort((short) 6).putShort((short) 4);
        extensions.putShort((short) 0x0017).putShort((short) 0x0100);
        extensions.putShort((short) 11).putShort((short) 2).put((byte) 1).put((byte) 0);
        extensions.putShort((short) 13).putShort((short) 10).putShort((short) 8);
        extensions
                .putShort((short) 0x0403)
                .putShort((short) 0x0401)
                .putShort((short) 0x0804)
                .putShort((short) 0x0201);
        return Arrays.copyOf(extensions.array(), extensions.position());
    }
}

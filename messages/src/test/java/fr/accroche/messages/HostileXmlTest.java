package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileXmlTest {
    private static final String OPEN =
            "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body><x xmlns=\"urn:x\"";
    private static final String CLOSE = "</x></soap:Body></soap:Envelope>";

    @Test
    void fetchesNothingForAnExternalEntity() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        try {
            assertDoctypeRefused("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + url + "e\">]>" + OPEN + ">&e;" + CLOSE);
            assertDoctypeRefused("<!DOCTYPE x SYSTEM \"" + url + "dtd\">" + OPEN + ">" + CLOSE);
            assertDoctypeRefused("<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + url + "p\"> %p;]>" + OPEN + ">" + CLOSE);
        } finally {
            server.stop(0);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void expandsNoEntity() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l%d \"&l%d;&l%d;\">".formatted(i, i - 1, i - 1));
        }

        assertDoctypeRefused(laughs + "]>" + OPEN + ">&l29;" + CLOSE);
    }

    @Test
    void expandsNoEntityThatIsRepeated() {
        String quadratic = "<!DOCTYPE x [<!ENTITY e \"" + "e".repeat(100_000) + "\">]>";

        assertDoctypeRefused(quadratic + OPEN + ">" + "&e;".repeat(100_000) + CLOSE);
        assertDoctypeRefused("<!DOCTYPE x [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>" + OPEN + ">&a;" + CLOSE);
        assertDoctypeRefused("<!DOCTYPE x [<!ENTITY % a \"%a;\"> %a;]>" + OPEN + ">" + CLOSE);
    }

    /** The JDK's scanner once lost its way there, and we with it. */
    @Test
    void refusesADoctypeWithinAnElement() {
        assertRefused(OPEN + "><!DOCTYPE x>" + CLOSE, "not well-formed");
        assertRefused(OPEN + "><!DOCTYPE x [<!ENTITY e \"e\">]>&e;" + CLOSE, "not well-formed");
    }

    @Test
    void refusesAnEntityThatNobodyDeclared() {
        assertRefused(OPEN + ">&e;" + CLOSE, "entity");
    }

    @Test
    void refusesTenThousandLevels() {
        assertRefused(OPEN + ">" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + CLOSE, "deeper than 200");
    }

    @Test
    void readsAsManyLevelsAsAreAllowed() {
        String deep = OPEN + ">" + "<a>".repeat(197) + "</a>".repeat(197) + CLOSE;

        assertThatCode(() -> Fictive.parse(deep)).doesNotThrowAnyException();
        assertRefused(deep.replace("<a></a>", "<a><a/></a>"), "deeper than 200");
    }

    @Test
    void refusesTenThousandLevelsThatAreNeverClosed() {
        assertRefused("<a>".repeat(10_000), "deeper than 200");
    }

    @Test
    void refusesALongAttribute() {
        assertRefused(OPEN + " a=\"" + "b".repeat(64 * 1024 + 1) + "\">" + CLOSE, "longer than 65536");
        assertThatCode(() -> Fictive.parse(OPEN + " a=\"" + "b".repeat(64 * 1024) + "\">" + CLOSE))
                .doesNotThrowAnyException();
        assertRefused(OPEN + " a=\"" + "b".repeat(1_000_000) + "\">" + CLOSE, "longer than 65536");
        assertRefused(OPEN + " xmlns:a=\"" + "b".repeat(1_000_000) + "\">" + CLOSE, "longer than 65536");
    }

    @Test
    void refusesManyAttributes() {
        assertRefused(OPEN + attributes(2_001) + ">" + CLOSE, "attributes");
        assertThatCode(() -> Fictive.parse(OPEN + attributes(1_900) + ">" + CLOSE))
                .doesNotThrowAnyException();
    }

    private static String attributes(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(" a").append(i).append("=\"\"");
        }
        return text.toString();
    }

    @Test
    void refusesManyElements() {
        assertRefused(OPEN + ">" + "<a/>".repeat(50_001) + CLOSE, "more than 50000");
    }

    @Test
    void refusesMoreThanFourMebibytes() {
        assertRefused(OPEN + ">" + "b".repeat(4 * 1024 * 1024) + CLOSE, "bytes, more than 4194304");
    }

    @Test
    void readsThreeMebibytesOfText() {
        String large = OPEN + ">" + "b".repeat(3 * 1024 * 1024) + CLOSE;

        assertThat(Fictive.parse(large).body().getLocalPart()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "not xml",
                "<a>",
                "<a></b>",
                "<a b=\"1\" b=\"2\"/>",
                "<a:b/>",
                "<a/><a/>",
                "<a>\u0001</a>",
                "<a b='<'/>",
                "<?xml version=\"1.0\" encoding=\"no-such-one\"?><a/>"
            })
    void saysInOneLineWhereXmlIsBroken(String broken) {
        MessageException refused = catchThrowableOfType(MessageException.class, () -> Fictive.parse(broken));

        assertThat(refused).hasMessageStartingWith("line ").hasNoCause();
        assertThat(refused.getMessage()).doesNotContain("\n").hasSizeLessThan(400);
        assertThat(refused.line()).isPositive();
        assertThat(refused.column()).isPositive();
    }

    @Test
    void pointsAtTheBrokenLine() {
        MessageException refused =
                catchThrowableOfType(MessageException.class, () -> Fictive.parse("<a>\n  <b>\n  </c>\n</a>"));

        assertThat(refused.line()).isEqualTo(3);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = (OPEN + ">Médecin" + CLOSE).getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> BusinessRequest.parse(latin1))
                .isInstanceOf(MessageException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refusesXmlOnePointOne() {
        assertRefused("<?xml version=\"1.1\"?>" + OPEN + ">" + CLOSE, "XML 1.0 is expected");
    }

    @Test
    void refusesAMillionCharactersOfName() {
        assertThatThrownBy(() -> Fictive.parse("<" + "a".repeat(1_000_000) + "/>"))
                .isInstanceOf(MessageException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void printsNothingOnItsOwn() {
        java.io.PrintStream before = System.err;
        var printed = new java.io.ByteArrayOutputStream();
        System.setErr(new java.io.PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertRefused("<a>", "line");
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static void assertDoctypeRefused(String xml) {
        assertRefused(xml, "DOCTYPE is refused");
    }

    private static void assertRefused(String xml, String because) {
        assertThatThrownBy(() -> Fictive.parse(xml))
                .isInstanceOf(MessageException.class)
                .hasMessageContaining(because);
    }
}

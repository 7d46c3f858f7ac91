package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signed requests that are to exhaust whoever verifies them: each is done with in a bounded time, and in words. */
class HostileSignatureTest {
    /** Against a hang, not for a performance. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final String STATEMENT = "</saml2:AttributeStatement>";

    static Stream<Arguments> messages() {
        return Stream.of(
                row("a name of 1 MB", "UNREADABLE", text -> text.replace("Name=\"", "Name=\"" + "n".repeat(1_000_000))),
                row("an ID of 1 MB", "UNREADABLE", text -> text.replace(" ID=\"", " ID=\"" + "i".repeat(1_000_000))),
                row("a URI of 1 MB", "UNREADABLE", text -> text.replace(" URI=\"", " URI=\"" + "u".repeat(1_000_000))),
                row(
                        "an algorithm of 4,000 characters",
                        "ALGORITHM",
                        text -> text.replaceFirst("#rsa-sha256", "#" + "a".repeat(4_000))),
                row(
                        "300 parts",
                        "SHAPE",
                        text -> text.replace("</ds:SignedInfo>", "<ds:Reference/>".repeat(300) + "</ds:SignedInfo>")),
                row(
                        "a relative namespace of 900 characters",
                        "SHAPE",
                        text -> text.replace(STATEMENT, "<x xmlns:r=\"" + "r".repeat(900) + "\"/>" + STATEMENT)),
                row("10,000 levels", "UNREADABLE", text -> text.replace(STATEMENT, deep(10_000) + STATEMENT)),
                row(
                        "10,000 levels of KeyInfo",
                        "UNREADABLE",
                        text -> text.replace("</ds:KeyInfo>", deep(10_000) + "</ds:KeyInfo>")),
                row("as deep as may be", "DIGEST", text -> text.replace(STATEMENT, deep(190) + STATEMENT)),
                row("2,000 elements", "SHAPE", text -> text.replace(STATEMENT, "<x/>".repeat(2_000) + STATEMENT)),
                row(
                        "50,000 elements",
                        "UNREADABLE",
                        text -> text.replace(STATEMENT, "<x/>".repeat(50_000) + STATEMENT)),
                row("3 MiB of text", "DIGEST", text -> text.replace("DEMO Camille", "d".repeat(3 * 1024 * 1024))),
                row(
                        "3 MiB of SignatureValue",
                        "VALUE",
                        text -> text.replace("<ds:SignatureValue>", "<ds:SignatureValue>" + "QUJD".repeat(750_000))),
                row(
                        "3 MiB of DigestValue",
                        "DIGEST",
                        text -> text.replace("<ds:DigestValue>", "<ds:DigestValue>" + "QUJD".repeat(750_000))),
                row(
                        "3 MiB of certificate",
                        "CERTIFICATE",
                        text -> text.replace("<ds:X509Certificate>", "<ds:X509Certificate>" + "QUJD".repeat(750_000))),
                row("1,900 namespaces", "DIGEST", text -> text.replace(STATEMENT, namespaces(1_900) + STATEMENT)),
                row("20,000 comments", "SAME", text -> text.replace(STATEMENT, "<!---->".repeat(20_000) + STATEMENT)),
                row("20,000 identifiers", "SAME", text -> text.replace("<soap:Body>", ids(20_000) + "<soap:Body>")),
                row(
                        "twelve thousand prefixes at 1,900 elements",
                        "SHAPE",
                        text -> prefixes(text.replace(STATEMENT, "<x/>".repeat(1_900) + STATEMENT))));
    }

    private static Arguments row(String title, String outcome, UnaryOperator<String> change) {
        return Arguments.argumentSet(title, outcome, change);
    }

    private static String deep(int levels) {
        return "<d>".repeat(levels) + "</d>".repeat(levels);
    }

    private static String namespaces(int count) {
        StringBuilder text = new StringBuilder("<x");
        for (int i = 0; i < count; i++) {
            text.append(" xmlns:n").append(i).append("=\"urn:").append(i).append('"');
        }
        return text.append("/>").toString();
    }

    private static String ids(int count) {
        StringBuilder text = new StringBuilder("<x:w xmlns:x=\"urn:x\">");
        for (int i = 0; i < count; i++) {
            text.append("<x:i ID=\"_").append(i).append("\"/>");
        }
        return text.append("</x:w>").toString();
    }

    private static String prefixes(String message) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            list.append(" p").append(Integer.toString(i, 36));
        }
        return message.replaceAll("PrefixList=\"[^\"]*\"", "PrefixList=\"" + list + "\"");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isDoneWithInABoundedTime(String outcome, UnaryOperator<String> change) {
        SignedSample sample = SignedSample.vihf();
        String message = change.apply(sample.soap());

        WrappingOutcome.Seen seen = assertTimeoutPreemptively(LONG, () -> WrappingOutcome.of(message, sample));

        assertThat(message).hasSizeGreaterThan(sample.soap().length());
        assertThat(seen.outcome()).as(seen.reason()).isEqualTo(outcome);
        assertThat(seen.reason()).hasSizeLessThan(400);
    }
}

package fr.accroche.messages;

import static fr.accroche.messages.FictiveDocuments.deposit;
import static fr.accroche.messages.FictiveDocuments.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Packages with random changes: each is read or refused in words, and a document that is read is the one that its metadata digest.
 * {@code -Daccroche.seeds=100000} tries more of them.
 */
class ChangedPackageTest {

    private static final int SEEDS = Integer.getInteger("accroche.seeds", 2_000);
    private static final SoapMessage SOUND = request(deposit()).toMessage();
    private static final List<String> WORDS = List.of(
            "\r\n",
            "\r\n\r\n",
            "\n",
            "--",
            "\r\n--" + boundary(),
            "\r\n--" + boundary() + "--\r\n",
            "\r\n--" + boundary() + "\r\nContent-ID: <document-1@accroche.invalid>\r\n\r\n",
            "Content-ID: <x@x>\r\n",
            "Content-Type: multipart/related\r\n",
            "Content-Transfer-Encoding: quoted-printable\r\n",
            "<xop:Include href=\"cid:root@accroche.invalid\"/>",
            "</xds:Document>",
            "<!DOCTYPE x>",
            "&#48;",
            "\0",
            "\u00ff",
            ";",
            "\"",
            ">");

    private static String boundary() {
        String type = SOUND.contentType();
        return type.substring(type.indexOf("MIME-"), type.length() - 1);
    }

    @Test
    void readsOrRefusesEachAndBelievesNoOtherDocument() {
        int read = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SoapMessage changed = changed(new Random(seed));
            try {
                BusinessRequest.parse(changed);
                XdsDocument document = Deposit.read(changed).documents().get(0);
                assertThat(document.entry().hash().orElse(document.sha1()))
                        .as("seed %s", seed)
                        .isEqualToIgnoringCase(document.sha1());
                assertThat(document.entry().size().orElse((long) document.content().length))
                        .as("seed %s", seed)
                        .isEqualTo(document.content().length);
                read++;
            } catch (MessageException | XdsException refused) {
                assertThat(refused.getMessage())
                        .as("seed %s", seed)
                        .isNotBlank()
                        .doesNotContain("\n");
            }
        }
        assertThat(read).as("some changes do no harm").isPositive();
    }

    private static SoapMessage changed(Random random) {
        byte[] bytes = SOUND.bytes();
        String type = SOUND.contentType();
        for (int change = 0; change <= random.nextInt(3); change++) {
            if (random.nextInt(5) == 0) {
                type = new String(
                        changed(type.getBytes(StandardCharsets.ISO_8859_1), random), StandardCharsets.ISO_8859_1);
            } else {
                bytes = changed(bytes, random);
            }
        }
        return new SoapMessage(type, bytes);
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int until = Math.min(bytes.length, at + random.nextInt(random.nextBoolean() ? 4 : 400));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (random.nextInt(4)) {
            case 0 -> out.write(bytes, until, bytes.length - until);
            case 1 -> {
                out.write(random.nextInt(256));
                out.write(bytes, Math.min(at + 1, bytes.length), bytes.length - Math.min(at + 1, bytes.length));
            }
            case 2 -> {
                out.writeBytes(WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.ISO_8859_1));
                out.write(bytes, at, bytes.length - at);
            }
            default -> {
                out.writeBytes(Arrays.copyOfRange(bytes, at, until));
                out.write(bytes, at, bytes.length - at);
            }
        }
        byte[] changed = out.toByteArray();
        return changed.length == 0 ? bytes : changed;
    }
}

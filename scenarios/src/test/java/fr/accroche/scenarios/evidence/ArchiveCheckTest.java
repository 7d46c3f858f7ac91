package fr.accroche.scenarios.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.compliance.text.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives as anyone may make them. */
class ArchiveCheckTest {

    private static final Archive SOUND = Archive.of(Map.of("a.txt", bytes("a"), "b.txt", bytes("b")));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(bytes(namesAndContents[i + 1]));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String wrong(byte[] zip) {
        return ArchiveCheck.of(zip).wrong().stream().map(Text::en).toList().toString();
    }

    private static Archive with(String name, String content) {
        Map<String, byte[]> files = new TreeMap<>(SOUND.files());
        files.put(name, bytes(content));
        return new Archive(new TreeMap<>(files));
    }

    @Test
    void aSoundOneIsRight() {
        assertThat(ArchiveCheck.of(SOUND.zip()).wrong()).isEmpty();
        assertThat(ArchiveCheck.of(SOUND.zip()).files()).isEqualTo(3);
    }

    @Test
    void theBytesDoNotDependOnTheZone() {
        TimeZone before = TimeZone.getDefault();
        byte[] here = SOUND.zip();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(SOUND.zip()).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void whatDoesNotAgreeIsNamed() {
        assertThat(wrong(with("a.txt", "c").zip())).isEqualTo("[a.txt has not the digest that SHA256SUMS tells]");
        assertThat(wrong(with("c.txt", "c").zip())).isEqualTo("[c.txt is not in SHA256SUMS]");
        assertThat(wrong(with("SHA256SUMS", "x").zip())).contains("line 1: malformed");
        Map<String, byte[]> less = new TreeMap<>(SOUND.files());
        less.remove("b.txt");
        assertThat(wrong(new Archive(new TreeMap<>(less)).zip())).isEqualTo("[b.txt is not there]");
        less.remove("SHA256SUMS");
        assertThat(wrong(new Archive(new TreeMap<>(less)).zip())).isEqualTo("[SHA256SUMS is not there]");
    }

    @Test
    void oneThatIsPackedAgainIsSaidToBe() throws IOException {
        String sums = new String(SOUND.files().get("SHA256SUMS"), StandardCharsets.UTF_8);

        assertThat(wrong(zip("a.txt", "a", "b.txt", "b", "SHA256SUMS", sums))).contains("not, to the byte");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.txt",
                "/etc/passwd",
                "a/b.txt",
                "a\\b.txt",
                "C:a.txt",
                ".hidden",
                "a.txt/",
                "é.txt",
                "a\u0000b"
            })
    void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
        byte[] zip = zip(name, "");

        assertThatThrownBy(() -> ArchiveCheck.of(zip))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("file no. 1");
    }

    @Test
    void manyFilesOrLargeOnesAreRefused() throws IOException {
        String[] many = new String[202];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "f" + i;
            many[i + 1] = "";
        }
        byte[] crowd = zip(many);
        byte[] bomb = bomb();

        assertThatThrownBy(() -> ArchiveCheck.of(crowd)).hasMessageContaining("more than 100 files");
        assertThat(bomb).hasSizeLessThan(1024 * 1024);
        assertThatThrownBy(() -> ArchiveCheck.of(bomb)).hasMessageContaining("more than 128 MiB");
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] piece = new byte[1024 * 1024];
            for (int i = 0; i < 129; i++) {
                zip.write(piece);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsCutOrNoArchiveIsRefused() {
        byte[] zip = SOUND.zip();
        byte[] cut = Arrays.copyOf(zip, 20);

        assertThatThrownBy(() -> ArchiveCheck.of(cut)).isInstanceOf(ArchiveException.class);
        assertThatThrownBy(() -> ArchiveCheck.of(new byte[0])).hasMessageContaining("no archive of accroche");
    }
}

package fr.accroche.scenarios.evidence;

import fr.accroche.compliance.exchange.Sha256;
import fr.accroche.compliance.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the files of an archive are those that its sums tell. That says nothing of who made it.
 *
 * @param files how many
 * @param wrong what does not agree
 */
public record ArchiveCheck(int files, List<Text> wrong) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9_.-]{1,80})");

    private static final Text NO_SUMS = Text.of("SHA256SUMS n'y est pas", "SHA256SUMS is not there");
    private static final Text MALFORMED =
            Text.of("SHA256SUMS, ligne {0} : mal formée", "SHA256SUMS, line {0}: malformed");
    private static final Text OTHER =
            Text.of("{0} n'a pas l'empreinte que dit SHA256SUMS", "{0} has not the digest that SHA256SUMS tells");
    private static final Text ABSENT = Text.of("{0} n'y est pas", "{0} is not there");
    private static final Text UNLISTED = Text.of("{0} n'est pas dans SHA256SUMS", "{0} is not in SHA256SUMS");
    private static final Text REPACKED = Text.of(
            "l'archive n'est pas, à l'octet près, celle qu'accroche écrit : un autre programme peut y lire autre chose ; l'extraire, puis sha256sum -c",
            "the archive is not, to the byte, the one that accroche writes: another program may read something else in it; extract it, then sha256sum -c");

    public ArchiveCheck {
        wrong = List.copyOf(wrong);
    }

    /**
     * Checks one.
     *
     * @throws ArchiveException if it cannot be one of ours
     */
    public static ArchiveCheck of(byte[] zip) {
        SortedMap<String, byte[]> files = ArchiveReader.read(zip);
        List<Text> wrong = new ArrayList<>();
        byte[] sums = files.get(Archive.SUMS);
        if (sums == null) {
            wrong.add(NO_SUMS);
        } else {
            compare(files, told(sums, wrong), wrong);
        }
        if (wrong.isEmpty() && !Arrays.equals(new Archive(files).zip(), zip)) {
            wrong.add(REPACKED);
        }
        return new ArchiveCheck(files.size(), wrong);
    }

    private static Map<String, String> told(byte[] sums, List<Text> wrong) {
        Map<String, String> told = new TreeMap<>();
        List<String> lines = new String(sums, StandardCharsets.UTF_8).lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            Matcher matcher = LINE.matcher(lines.get(line));
            if (!matcher.matches() || told.put(matcher.group(2), matcher.group(1)) != null) {
                wrong.add(MALFORMED.with(line + 1));
                return told;
            }
        }
        return told;
    }

    private static void compare(SortedMap<String, byte[]> files, Map<String, String> told, List<Text> wrong) {
        told.forEach((name, digest) -> {
            byte[] content = files.get(name);
            if (content == null) {
                wrong.add(ABSENT.with(name));
            } else if (!Sha256.hex(content).equals(digest)) {
                wrong.add(OTHER.with(name));
            }
        });
        files.keySet().stream()
                .filter(name -> !name.equals(Archive.SUMS) && !told.containsKey(name))
                .forEach(name -> wrong.add(UNLISTED.with(name)));
    }
}

package fr.accroche.scenarios.secret;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Knows secrets, and finds them in what a program put out: plain or encoded, whole or the best part of it, in archives too. What has the
 * shape of a signed token or of a private key is found even where nobody planted it.
 */
public final class SecretSearch {

    private static final int KEY = 8;
    private static final int DEEPEST = 3;

    /** A signed token (RFC 7515 §7.1), a bearer (RFC 6750 §2.1), a private key (RFC 7468). */
    private static final Map<String, Pattern> SHAPES = Map.of(
            "a signed token", Pattern.compile("eyJ[A-Za-z0-9_-]{10,2000}\\.eyJ[A-Za-z0-9_-]{10,20000}"),
            "a bearer", Pattern.compile("(?i)\\bbearer [A-Za-z0-9._~+/=-]{16,2000}"),
            "a Basic", Pattern.compile("\\bBasic [A-Za-z0-9+/]{16,2000}={0,2}"),
            "a private key", Pattern.compile("PRIVATE KEY-----\\s*[A-Za-z0-9+/]{16,100}"));

    private final Map<Long, List<Needle>> needles = new HashMap<>();
    private final BitSet known = new BitSet(1 << 16);
    private final Set<String> places = new LinkedHashSet<>();
    private final Random random;

    private record Needle(String where, String form, String text) {}

    /** @param random where planted secrets come from, so that a failure can be had again */
    public SecretSearch(Random random) {
        this.random = random;
    }

    /** A new one, to be put into an input: letters, digits and dashes, so that it fits anywhere. */
    public String plant(String where) {
        return know(where, "s3cr3t-" + Long.toHexString(random.nextLong() | Long.MIN_VALUE) + "-" + where);
    }

    /** One that came from somewhere. */
    public String know(String where, String value) {
        add(Secret.text(where, value));
        return value;
    }

    /** What of a private key its public half does not tell. */
    public void know(String where, PrivateKey key) {
        if (key instanceof RSAPrivateCrtKey rsa) {
            List.of(rsa.getPrivateExponent(), rsa.getPrimeP(), rsa.getPrimeQ(), rsa.getCrtCoefficient())
                    .forEach(number -> number(where, number));
        } else if (key instanceof ECPrivateKey curve) {
            number(where, curve.getS());
        } else {
            throw new IllegalArgumentException(where + ": " + key.getAlgorithm());
        }
    }

    private void number(String where, BigInteger number) {
        byte[] magnitude = number.toByteArray();
        add(new Secret(where, List.of(Arrays.copyOfRange(magnitude, 2, 26))));
        add(Secret.text(where, number.toString()));
    }

    private void add(Secret secret) {
        places.add(secret.where());
        secret.forms().forEach((text, form) -> {
            long key = key(text);
            known.set((int) (key & 0xffff));
            needles.computeIfAbsent(key, any -> new ArrayList<>()).add(new Needle(secret.where(), form, text));
        });
    }

    /** Where all that it knows was put. */
    public Set<String> places() {
        return Set.copyOf(places);
    }

    /** What is found in a text. */
    public List<String> in(String output, String text) {
        return in(output, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is found in a file's content: each as its input, its form and the output that gives it away. */
    public List<String> in(String output, byte[] content) {
        Set<String> found = new LinkedHashSet<>();
        look(output, content, 0, found);
        return List.copyOf(found);
    }

    /** What is found in every file of a folder, and in their names. */
    public List<String> under(Path folder, Predicate<Path> skipped) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path name = folder.relativize(file);
                found.addAll(in("the name of " + name, name.toString()));
                if (!skipped.test(name)) {
                    found.addAll(in(name.toString(), Files.readAllBytes(file)));
                }
            }
        }
        return found;
    }

    private void look(String output, byte[] content, int depth, Set<String> found) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        scan(output, text, found);
        // base64 broken into lines, hexadecimal with colons, a text wrapped by a terminal
        scan(output, text.replaceAll("[\\s:]+", ""), found);
        SHAPES.forEach((name, shape) -> {
            Matcher matcher = shape.matcher(text);
            if (matcher.find()) {
                found.add(name + " in " + output + ": " + matcher.group().substring(0, 16) + "…");
            }
        });
        if (depth < DEEPEST && content.length > 4 && content[0] == 'P' && content[1] == 'K') {
            unpack(output, content, depth, found);
        }
    }

    private void unpack(String output, byte[] content, int depth, Set<String> found) {
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                look(output + "!" + entry.getName(), archive.readAllBytes(), depth + 1, found);
            }
        } catch (IOException broken) {
            throw new AssertionError(output + " cannot be looked into", broken);
        }
    }

    private void scan(String output, String text, Set<String> found) {
        long window = 0;
        for (int end = 1; end <= text.length(); end++) {
            window = window << 8 | text.charAt(end - 1) & 0xff;
            if (end >= KEY && known.get((int) (window & 0xffff)) && needles.containsKey(window)) {
                int begin = end - KEY;
                for (Needle needle : needles.get(window)) {
                    if (text.startsWith(needle.text(), begin)) {
                        found.add(needle.where() + " (" + needle.form() + ") in " + output);
                    }
                }
            }
        }
    }

    private static long key(String text) {
        long key = 0;
        for (int i = 0; i < KEY; i++) {
            key = key << 8 | text.charAt(i) & 0xff;
        }
        return key;
    }
}

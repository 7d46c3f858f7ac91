package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks of PEM (RFC 7468), one or many, of any label, with whatever text programs leave between them. */
final class PemReader {
    private static final int MOST = 1000;
    private static final int LONGEST_LABEL = 64;
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1," + LONGEST_LABEL + "})-----[ \t]*");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}:.*");

    private final List<String> lines;
    private final Password password;
    private final Contents contents;
    private final Work work = new Work();

    private PemReader(String text, Password password, Contents contents) {
        this.lines = text.lines().toList();
        this.password = password;
        this.contents = contents;
    }

    static boolean looksLike(String text) {
        return text.contains("-----BEGIN ");
    }

    static void read(byte[] bytes, Password password, Contents contents) {
        new PemReader(new String(bytes, StandardCharsets.ISO_8859_1), password, contents).read();
    }

    private void read() {
        int block = 0;
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line).strip();
            int dashes = text.indexOf("-----BEGIN ");
            if (dashes < 0) {
                continue;
            }
            block++;
            Matcher begin = BEGIN.matcher(text.substring(dashes));
            if (!begin.matches()) {
                throw Fault.damaged(Wording.verbatim("-----BEGIN LABEL-----"), Wording.verbatim(Printable.of(text)))
                        .in(place(block, "?", line));
            }
            line = one(block, begin.group(1), line);
        }
    }

    /** Reads one block; answers the number of its last line. */
    private int one(int block, String label, int first) {
        Wording place = place(block, label, first);
        if (block > MOST) {
            throw Fault.overLimit(
                            Wording.of("au plus %d blocs", "at most %d blocks", MOST), Wording.of("davantage", "more"))
                    .in(place);
        }
        int last = first + 1;
        String end = "-----END " + label + "-----";
        while (last < lines.size() && !lines.get(last).strip().equals(end)) {
            if (lines.get(last).startsWith("-----")) {
                break;
            }
            last++;
        }
        if (last == lines.size() || !lines.get(last).strip().equals(end)) {
            throw Fault.damaged(
                            Wording.verbatim(end),
                            last == lines.size()
                                    ? Wording.of("la fin du fichier", "the end of the file")
                                    : Wording.of(
                                            "ligne %d : %s", "line %d: %s", last + 1, Printable.of(lines.get(last))))
                    .in(place);
        }
        try {
            content(label, first + 1, last);
        } catch (Fault stop) {
            throw stop.in(place);
        }
        return last;
    }

    private void content(String label, int from, int until) {
        int at = from;
        while (at < until && header(lines.get(at), at > from)) {
            at++;
        }
        List<String> headers = lines.subList(from, at);
        if (label.equals("OPENSSH PRIVATE KEY") || label.startsWith("PGP ")) {
            contents.add(new Entry.Other(Optional.empty(), label));
            return;
        }
        byte[] der = decode(at, until);
        Optional<byte[]> plain =
                LegacyKeys.encrypted(headers) ? LegacyKeys.open(headers, der, password) : Optional.of(der);
        if (plain.isEmpty()) {
            throw password.given() ? Passwords.wrong() : Passwords.missing();
        }
        Asn1Parser.Parsed parsed = Asn1Parser.parse(plain.get(), 0, label);
        Asn1 root = parsed.orThrow();
        if (parsed.rest() > 0 && !label.equals("TRUSTED CERTIFICATE")) {
            contents.remark(Remarks.trailing(parsed.rest()));
        }
        add(label, root);
    }

    /** RFC 1421 §4.6 has headers go on in indented lines; without one, what is indented is the content. */
    private static boolean header(String line, boolean after) {
        return HEADER.matcher(line).matches() || after && line.matches("[ \t]+.*");
    }

    private void add(String label, Asn1 root) {
        switch (label) {
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" ->
                DerReader.read(FileKind.CERTIFICATE, root, password, work, contents);
            case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" ->
                DerReader.read(FileKind.REQUEST, root, password, work, contents);
            case "X509 CRL" -> DerReader.read(FileKind.REVOCATION_LIST, root, password, work, contents);
            case "PKCS7", "CMS" -> DerReader.read(FileKind.PKCS7, root, password, work, contents);
            case "PKCS12" -> DerReader.read(FileKind.PKCS12, root, password, work, contents);
            case "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
                DerReader.read(FileKind.PRIVATE_KEY, root, password, work, contents);
            case "ENCRYPTED PRIVATE KEY" -> DerReader.read(FileKind.ENCRYPTED_KEY, root, password, work, contents);
            default -> contents.add(new Entry.Other(Optional.empty(), label));
        }
    }

    private byte[] decode(int from, int until) {
        StringBuilder base64 = new StringBuilder();
        for (int line = from; line < until; line++) {
            String text = lines.get(line).strip();
            if (!text.matches("[A-Za-z0-9+/=]*+")) {
                throw Fault.damaged(
                                Wording.of("du base64", "base64"),
                                Wording.of("un autre caractère", "another character"))
                        .in(Wording.of("ligne %d", "line %d", line + 1));
            }
            base64.append(text);
        }
        try {
            return Base64.getDecoder().decode(base64.toString());
        } catch (IllegalArgumentException cut) {
            throw Fault.damaged(
                    Wording.of("du base64 entier", "whole base64"),
                    Wording.of("%d caractères qui n'en sont pas", "%d characters that are not", base64.length()));
        }
    }

    private static Wording place(int block, String label, int line) {
        return Wording.of("bloc nº %d (%s), ligne %d", "block %d (%s), line %d", block, label, line + 1);
    }
}

package fr.accroche.certs.file;

import fr.accroche.certs.NotRegularFileException;
import fr.accroche.certs.RegularFile;
import fr.accroche.certs.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads any certificate file: PEM, DER, PKCS#12, JKS, PKCS#7, a request, a revocation list, a key. The name of the file
 * tells nothing; its bytes do.
 */
public final class CertificateFileReader {
    /** The most octets that are read of a file. */
    public static final int LARGEST = 1024 * 1024;

    private static final Wording KINDS = Wording.of(
            "PEM, certificat ou liste de révocation DER, PKCS#12, JKS, PKCS#7, demande PKCS#10, ou clé",
            "PEM, certificate or revocation list in DER, PKCS#12, JKS, PKCS#7, PKCS#10 request, or key");
    private static final Wording RIGHT_FILE =
            Wording.of("vérifier que c'est le bon fichier", "check that it is the right file");

    private final String file;
    private final byte[] bytes;
    private final Password password;
    private final Contents contents = new Contents();
    private Optional<FileKind> recognised = Optional.empty();

    private CertificateFileReader(String file, byte[] bytes, Password password) {
        this.file = file;
        this.bytes = bytes;
        this.password = password;
    }

    /**
     * Reads a file. Without a password, the empty one is tried.
     *
     * @throws IOException when the file cannot be opened
     * @throws UnreadableFileException when what is in it cannot be read
     */
    public static FileContent read(Path path, Optional<char[]> password) throws IOException {
        return open(path, password).content();
    }

    /** The same, with the private keys, for who presents them. */
    public static OpenedFile open(Path path, Optional<char[]> password) throws IOException {
        try (InputStream in = stream(path)) {
            return open(path.toString(), in.readNBytes(LARGEST + 1), password);
        }
    }

    /** The same of a certificate and its key that stand in two PEM files; no more is read of each than of one. */
    public static FileContent read(Path certificates, Path key, Optional<char[]> password) throws IOException {
        return open(certificates, key, password).content();
    }

    /** The same, with the private key, for who presents it. */
    public static OpenedFile open(Path certificates, Path key, Optional<char[]> password) throws IOException {
        try (InputStream first = stream(certificates);
                InputStream second = stream(key)) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.write(first.readNBytes(LARGEST));
            both.write('\n');
            both.write(second.readNBytes(LARGEST));
            return open(certificates.toString(), both.toByteArray(), password);
        }
    }

    private static InputStream stream(Path path) throws IOException {
        try {
            return RegularFile.open(path);
        } catch (NotRegularFileException other) {
            throw Fault.of(Reason.NOT_RECOGNISED, KINDS, other.observed(), RIGHT_FILE)
                    .of(path.toString(), Optional.empty());
        }
    }

    /** The same, of bytes that are there already. */
    public static FileContent read(String file, byte[] bytes, Optional<char[]> password) {
        return open(file, bytes, password).content();
    }

    private static OpenedFile open(String file, byte[] bytes, Optional<char[]> password) {
        return new CertificateFileReader(file, bytes, password.map(Password::of).orElse(Password.none())).read();
    }

    private OpenedFile read() {
        try {
            bounded();
            FileKind kind = dispatch();
            FileContent content = contents.brought(file, kind);
            List<Wording> remarks = new ArrayList<>(content.remarks());
            remarks.addAll(Remarks.of(content));
            return new OpenedFile(
                    new FileContent(file, kind, content.dialect(), content.protections(), content.entries(), remarks),
                    contents.opened());
        } catch (Fault stop) {
            throw stop.of(file, recognised);
        }
    }

    private void bounded() {
        if (bytes.length == 0) {
            throw Fault.of(Reason.EMPTY, KINDS, Wording.of("un fichier vide", "an empty file"), RIGHT_FILE);
        }
        if (bytes.length > LARGEST) {
            throw Fault.of(
                    Reason.TOO_LARGE,
                    Wording.of("au plus 1 Mio", "at most 1 MiB"),
                    Wording.of("davantage", "more"),
                    RIGHT_FILE);
        }
    }

    private FileKind dispatch() {
        if (bytes.length >= 2 * Integer.BYTES && first() == JksReader.MAGIC) {
            recognised = Optional.of(FileKind.JKS);
            JksReader.read(bytes, password, contents);
            return FileKind.JKS;
        }
        byte[] text = Encodings.ascii(bytes);
        String start = new String(text, StandardCharsets.ISO_8859_1);
        if (PemReader.looksLike(start) && !wholeDer()) {
            recognised = Optional.of(FileKind.PEM);
            PemReader.read(text, password, contents);
            return FileKind.PEM;
        }
        if (bytes[0] == Asn1.SEQUENCE) {
            FileKind kind = der(bytes);
            recognised = Optional.of(kind);
            return kind;
        }
        if (start.stripLeading().startsWith("MI")) {
            recognised = Optional.of(FileKind.BASE64);
            der(base64(start));
            return FileKind.BASE64;
        }
        throw unknown();
    }

    /** A name in DER may hold what looks like PEM, and text before PEM may begin as DER does. */
    private boolean wholeDer() {
        return bytes[0] == Asn1.SEQUENCE
                && Asn1Parser.parse(bytes, 0, "SEQUENCE").fault().isEmpty();
    }

    private int first() {
        return ByteBuffer.wrap(bytes).getInt();
    }

    private FileKind der(byte[] encoded) {
        Asn1Parser.Parsed parsed = Asn1Parser.parse(encoded, 0, "SEQUENCE");
        Optional<FileKind> kind = parsed.root().flatMap(Shapes::of);
        if (recognised.isEmpty()) {
            recognised = kind;
        }
        Asn1 root = parsed.orThrow();
        if (kind.isEmpty()) {
            throw Fault.of(
                            Reason.NOT_RECOGNISED,
                            KINDS,
                            Wording.of("de l'ASN.1 d'une autre forme", "ASN.1 of another shape"),
                            RIGHT_FILE)
                    .at(0);
        }
        if (parsed.rest() > 0) {
            contents.remark(Remarks.trailing(parsed.rest()));
        }
        DerReader.read(kind.get(), root, password, new Work(), contents);
        return kind.get();
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            throw Fault.damaged(
                            Wording.of("du base64 entier", "whole base64"),
                            Wording.of("un autre caractère, ou une fin coupée", "another character, or a cut end"))
                    .at(0);
        }
    }

    private Fault unknown() {
        String hex = HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOf(bytes, Math.min(8, bytes.length)));
        return Fault.of(Reason.NOT_RECOGNISED, KINDS, Encodings.guess(bytes, hex), RIGHT_FILE)
                .at(0);
    }
}

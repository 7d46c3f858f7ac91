package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Java's own key store, of version 1 or 2, as the JDK's {@code sun.security.provider.JavaKeyStore} writes it. Read here
 * and not by the JDK, which tells neither the place of a fault nor a wrong password from a change.
 */
final class JksReader {
    static final int MAGIC = 0xfeedfeed;
    static final int MAGIC_JCEKS = 0xcececece;
    private static final int DIGEST = 20;
    private static final int KEY = 1;
    private static final int TRUSTED = 2;
    private static final byte[] WHITENER = "Mighty Aphrodite".getBytes(StandardCharsets.US_ASCII);
    private static final String PROTECTION = "1.3.6.1.4.1.42.2.17.1.1";

    private final byte[] bytes;
    private final ByteBuffer in;
    private final Password password;
    private final Contents contents;
    private final List<Runnable> entries = new ArrayList<>();
    private final List<Asn1> protectedKeys = new ArrayList<>();

    private JksReader(byte[] bytes, Password password, Contents contents) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes);
        this.password = password;
        this.contents = contents;
    }

    static void read(byte[] bytes, Password password, Contents contents) {
        new JksReader(bytes, password, contents).read();
    }

    private void read() {
        in.getInt();
        int version = number("version");
        if (version != 1 && version != 2) {
            throw damaged(4, Wording.verbatim("version 1, 2"), Wording.verbatim(Integer.toString(version)));
        }
        contents.dialect(Wording.of("JKS version %d, empreinte SHA-1", "JKS version %d, SHA-1 digest", version));
        int count = number("count");
        for (int i = 1; i <= count; i++) {
            int from = in.position();
            try {
                entry(version);
            } catch (Fault stop) {
                throw stop.in(Wording.of("entrée nº %d, octet %d", "entry %d, offset %d", i, from));
            }
        }
        checkDigest(take(DIGEST, Wording.of("l'empreinte finale", "the final digest")));
        if (in.hasRemaining()) {
            contents.remark(Remarks.trailing(in.remaining()));
        }
        entries.forEach(Runnable::run);
    }

    private void entry(int version) {
        int at = in.position();
        int tag = number("tag");
        Optional<String> alias = Optional.of(Printable.of(word()));
        take(Long.BYTES, Wording.of("une date", "a date"));
        switch (tag) {
            case KEY -> key(alias, version);
            case TRUSTED -> {
                X509Certificate certificate = certificate(version);
                entries.add(() -> contents.add(new Contents.LooseCertificate(alias, new byte[0], certificate, true)));
            }
            default ->
                throw damaged(
                        at,
                        Wording.of("1 (clé) ou 2 (certificat)", "1 (key) or 2 (certificate)"),
                        Wording.verbatim(Integer.toString(tag)));
        }
    }

    private void key(Optional<String> alias, int version) {
        int at = in.position() + Integer.BYTES;
        byte[] encoded = take(number("key length"), Wording.of("une clé protégée", "a protected key"));
        Asn1 key = Asn1Parser.parse(encoded, at, "EncryptedPrivateKeyInfo").orThrow();
        key.expect(Asn1.SEQUENCE, "EncryptedPrivateKeyInfo");
        protectedKeys.add(key);
        int count = number("chain length");
        List<X509Certificate> chain = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chain.add(certificate(version));
        }
        entries.add(() -> {
            Optional<OpenedKey> opened = open(key);
            if (opened.isEmpty()) {
                contents.remark(SafeBags.OTHER_PASSWORD);
            }
            contents.add(new Contents.LooseKey(alias, new byte[0], opened, Optional.of(chain)));
        });
    }

    private X509Certificate certificate(int version) {
        if (version == 2) {
            word();
        }
        int at = in.position() + Integer.BYTES;
        byte[] encoded = take(number("certificate length"), Wording.of("un certificat", "a certificate"));
        return X509Parts.certificate(
                Asn1Parser.parse(encoded, at, "Certificate").orThrow());
    }

    private void checkDigest(byte[] expected) {
        byte[] body = Arrays.copyOf(bytes, in.position() - DIGEST);
        if (MessageDigest.isEqual(sha1(password.utf16(), WHITENER, body), expected)) {
            return;
        }
        if (protectedKeys.stream().anyMatch(key -> open(key).isPresent())) {
            throw damaged(
                    body.length,
                    Wording.of("l'empreinte de ce contenu", "the digest of this content"),
                    Wording.of(
                            "une autre : le mot de passe ouvre pourtant une clé, donc le fichier a changé",
                            "another one: the password does open a key, so the file has changed"));
        }
        if (!password.given()) {
            throw Passwords.missing();
        }
        throw protectedKeys.isEmpty() ? Passwords.wrongOrDamaged() : Passwords.wrong();
    }

    /** The JDK's own protection: a key stream of SHA-1, then a SHA-1 of the key. */
    private Optional<OpenedKey> open(Asn1 key) {
        Optional<String> oid =
                key.child(0).flatMap(algorithm -> algorithm.child(0)).flatMap(Asn1::maybeOid);
        byte[] octets = key.child(1).map(Asn1::octets).orElse(new byte[0]);
        if (!oid.filter(PROTECTION::equals).isPresent() || octets.length < 2 * DIGEST) {
            return Optional.empty();
        }
        byte[] secret = password.utf16();
        byte[] plain = Arrays.copyOfRange(octets, DIGEST, octets.length - DIGEST);
        byte[] stream = Arrays.copyOf(octets, DIGEST);
        for (int at = 0; at < plain.length; at++) {
            if (at % DIGEST == 0) {
                stream = sha1(secret, stream);
            }
            plain[at] ^= stream[at % DIGEST];
        }
        byte[] check = Arrays.copyOfRange(octets, octets.length - DIGEST, octets.length);
        if (!MessageDigest.isEqual(sha1(secret, plain), check)) {
            return Optional.empty();
        }
        return Optional.of(OpenedKey.of(
                Asn1Parser.parse(plain, Asn1Parser.EXTRACTED, "PrivateKeyInfo").orThrow()));
    }

    private int number(String what) {
        int at = in.position();
        int number =
                ByteBuffer.wrap(take(Integer.BYTES, Wording.verbatim(what))).getInt();
        if (number < 0) {
            throw damaged(at, Wording.verbatim(what + " >= 0"), Wording.verbatim(Integer.toString(number)));
        }
        return number;
    }

    private String word() {
        int length = ByteBuffer.wrap(take(Short.BYTES, Wording.of("un mot", "a word")))
                        .getShort()
                & 0xffff;
        return new String(take(length, Wording.of("un mot", "a word")), StandardCharsets.UTF_8);
    }

    private byte[] take(int count, Wording what) {
        if (count > in.remaining()) {
            throw damaged(
                    in.position(),
                    Wording.of("%s (%d octets)", "%s (%d bytes)", what, count),
                    Wording.of("%d avant la fin", "%d before the end", in.remaining()));
        }
        byte[] taken = new byte[count];
        in.get(taken);
        return taken;
    }

    private static Fault damaged(int at, Wording expected, Wording observed) {
        return Fault.damaged(expected, observed).at(at);
    }

    private static byte[] sha1(byte[]... parts) {
        try {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                all.writeBytes(part);
            }
            return MessageDigest.getInstance("SHA-1").digest(all.toByteArray());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-1", impossible);
        }
    }
}

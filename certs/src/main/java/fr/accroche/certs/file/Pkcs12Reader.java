package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PKCS#12 (RFC 7292), DER or BER, under a password. */
final class Pkcs12Reader {
    private static final String DATA = "1.2.840.113549.1.7.1";
    private static final String ENCRYPTED_DATA = "1.2.840.113549.1.7.6";

    private final Password password;
    private final Work work = new Work();
    private final Contents contents;
    private final List<Safe> safes = new ArrayList<>();

    private Pkcs12Reader(Password password, Contents contents) {
        this.password = password;
        this.contents = contents;
    }

    /** One part of the file: open, or to be opened. */
    private record Safe(Asn1 octets, Optional<Pbe> pbe) {}

    static void read(Asn1 pfx, Password password, Contents contents) {
        new Pkcs12Reader(password, contents).read(pfx);
    }

    private void read(Asn1 pfx) {
        pfx.child(0, Asn1.INTEGER, "version");
        Asn1 authSafe = content(pfx.child(1, Asn1.SEQUENCE, "authSafe"));
        Optional<Pkcs12Mac> mac = pfx.child(2).map(macData -> Pkcs12Mac.of(macData, work));
        mac.ifPresentOrElse(contents::seal, () -> contents.dialect(Wording.of("sans MAC", "without a MAC")));
        Asn1 list = authSafe.opened("AuthenticatedSafe").expect(Asn1.SEQUENCE, "AuthenticatedSafe");
        list.children().forEach(this::part);
        boolean fits = mac.map(known -> known.check().fits(authSafe.octets(), password))
                .orElse(false);
        if (mac.isPresent() && !fits) {
            throw refused();
        }
        for (Safe safe : safes) {
            new SafeBags(password, work, contents).read(open(safe, fits));
        }
    }

    private static Asn1 content(Asn1 info) {
        Asn1 type = info.child(0, Asn1.OBJECT_IDENTIFIER, "contentType");
        if (!type.oid().equals(DATA)) {
            throw Fault.of(
                            Reason.NOT_SUPPORTED,
                            Wording.of("un PKCS#12 sous mot de passe", "a PKCS#12 under a password"),
                            Wording.verbatim(type.oid()),
                            Wording.of("exporter à nouveau sous un mot de passe", "export it again under a password"))
                    .at(type.offset());
        }
        return string(info);
    }

    private static Asn1 string(Asn1 info) {
        Asn1 wrapper = info.child(1, Asn1.CONTEXT_0, "content");
        return wrapper.child(0)
                .filter(inner -> (inner.tag() & ~Asn1.CONSTRUCTED) == Asn1.OCTET_STRING)
                .orElseThrow(() -> Fault.damaged(
                                Wording.verbatim("OCTET STRING"),
                                Wording.of("un autre élément, ou rien", "another element, or nothing"))
                        .at(wrapper.offset()));
    }

    private void part(Asn1 info) {
        info.expect(Asn1.SEQUENCE, "ContentInfo");
        String oid = info.child(0, Asn1.OBJECT_IDENTIFIER, "contentType").oid();
        switch (oid) {
            case DATA -> safes.add(new Safe(string(info), Optional.empty()));
            case ENCRYPTED_DATA -> safes.add(encrypted(info));
            default -> contents.add(new Entry.Other(Optional.empty(), oid));
        }
    }

    private Safe encrypted(Asn1 info) {
        Asn1 data = info.child(1, Asn1.CONTEXT_0, "content").child(0, Asn1.SEQUENCE, "EncryptedData");
        Asn1 content = data.child(1, Asn1.SEQUENCE, "encryptedContentInfo");
        Pbe pbe = Pbe.of(content.child(1, Asn1.SEQUENCE, "contentEncryptionAlgorithm"), work);
        contents.scheme(Wording.of("certificats", "certificates"), pbe);
        Asn1 octets = content.child(2)
                .filter(string -> (string.tag() & ~Asn1.CONSTRUCTED) == 0x80)
                .orElseThrow(() -> Fault.damaged(
                                Wording.verbatim("encryptedContent [0]"),
                                Wording.of("un autre élément, ou rien", "another element, or nothing"))
                        .at(content.offset()));
        return new Safe(octets, Optional.of(pbe));
    }

    private Asn1 open(Safe safe, boolean whole) {
        if (safe.pbe().isEmpty()) {
            return safe.octets().opened("SafeContents");
        }
        return decrypted(safe).orElseThrow(() -> whole ? wrong() : unsure());
    }

    private Optional<Asn1> decrypted(Safe safe) {
        return safe.pbe()
                .flatMap(pbe -> pbe.decryption().open(safe.octets().octets(), password))
                .map(plain -> Asn1Parser.parse(plain, Asn1Parser.EXTRACTED, "SafeContents")
                        .orThrow());
    }

    /** The MAC does not fit: what the password does open says whether it is the password or the file. */
    private Fault refused() {
        if (opensSomething()) {
            return Fault.damaged(
                            Wording.of("le MAC de ce contenu", "the MAC of this content"),
                            Wording.of(
                                    "un autre : le mot de passe ouvre pourtant ce qui est chiffré, donc le fichier a changé",
                                    "another one: the password does open what is encrypted, so the file has changed"))
                    .in(Wording.verbatim("MacData"));
        }
        return hasEncrypted() ? wrong() : unsure();
    }

    private boolean hasEncrypted() {
        return safes.stream().anyMatch(safe -> safe.pbe().isPresent())
                || !shroudedKeys().isEmpty();
    }

    private boolean opensSomething() {
        return safes.stream().anyMatch(safe -> decrypted(safe).isPresent())
                || shroudedKeys().stream().anyMatch(this::opens);
    }

    private boolean opens(Asn1 key) {
        try {
            return Pbe.of(key.child(0, Asn1.SEQUENCE, "encryptionAlgorithm"), work)
                    .decryption()
                    .open(key.child(1, Asn1.OCTET_STRING, "encryptedData").octets(), password)
                    .isPresent();
        } catch (Fault unreadable) {
            return false;
        }
    }

    /** The EncryptedPrivateKeyInfo of every bag that lies open. */
    private List<Asn1> shroudedKeys() {
        return safes.stream()
                .filter(safe -> safe.pbe().isEmpty())
                .flatMap(safe -> safe.octets().opened("SafeContents").children().stream())
                .filter(bag -> bag.child(0)
                        .flatMap(Asn1::maybeOid)
                        .filter("1.2.840.113549.1.12.10.1.2"::equals)
                        .isPresent())
                .flatMap(bag -> bag.child(1).flatMap(value -> value.child(0)).stream())
                .toList();
    }

    private Fault wrong() {
        return password.given() ? Passwords.wrong() : Passwords.missing();
    }

    private Fault unsure() {
        return password.given() ? Passwords.wrongOrDamaged() : Passwords.missing();
    }
}

package fr.accroche.scenarios.certificate;

import fr.accroche.certs.file.Entry;
import fr.accroche.certs.file.FileContent;
import fr.accroche.certs.file.FileKind;
import fr.accroche.certs.file.KeyFacts.Fit;
import fr.accroche.certs.file.Protection;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.Use.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a certificate is packed, whatever it says: what programs trip over before they look at it.
 *
 * @param content what the file holds
 * @param use what it is meant for
 */
record StoreCheck(FileContent content, Use use) {

    private static final Set<FileKind> STORES = EnumSet.of(FileKind.PKCS12, FileKind.JKS);

    /** By the end of a file's name, what programs take it for; Java takes a PKCS#12 for a JKS too. */
    private static final Map<String, Set<FileKind>> BY_NAME = Map.of(
            "p12", EnumSet.of(FileKind.PKCS12),
            "pfx", EnumSet.of(FileKind.PKCS12),
            "jks", STORES,
            "pem", EnumSet.of(FileKind.PEM),
            "der", EnumSet.complementOf(EnumSet.of(FileKind.PEM, FileKind.BASE64, FileKind.JKS)),
            "p7b", EnumSet.of(FileKind.PKCS7, FileKind.PEM));

    private static final Text KEY = Text.of("une clé privée et son certificat", "a private key and its certificate");
    private static final Text CERTIFICATES = Text.of("des certificats", "certificates");
    private static final Text NO_KEY = Text.of("des certificats, sans clé", "certificates, without a key");
    private static final Text NO_CERTIFICATE = Text.of("aucun certificat : {0}", "no certificate: {0}");
    private static final Text ALONE = Text.of("une clé privée seule", "a private key alone");
    private static final Text REQUEST = Text.of("une demande de certificat (CSR)", "a certificate request (CSR)");
    private static final Text REVOCATIONS = Text.of("une liste de révocation (CRL)", "a revocation list (CRL)");
    private static final Text ITS_KEY = Text.of("la clé du certificat", "the certificate's key");
    private static final Text OTHER_KEY = Text.of("une autre clé", "another key");
    private static final Text ONE_PASSWORD =
            Text.of("un seul mot de passe, celui du fichier", "one password, the file's");
    private static final Text CLOSED =
            Text.of("une clé que ce mot de passe n'ouvre pas", "a key that this password does not open");
    private static final Text ENTRIES = Text.of("les entrées {0}", "the entries {0}");
    private static final Text ENTRY = Text.of("l'entrée {0}", "the entry {0}");
    private static final Text OPENS_EVERYWHERE = Text.of(
            "un chiffrement que tous ouvrent (3DES, ou AES pour les programmes récents)",
            "an encryption that all open (3DES, or AES for recent programs)");
    private static final Text NAMED =
            Text.of("ce que dit le nom du fichier (.{0})", "what the file's name says (.{0})");

    List<CertificateFinding> findings() {
        List<CertificateFinding> findings = new ArrayList<>();
        misnamed().ifPresent(findings::add);
        protection(findings);
        if (use.as() != Part.TRUSTSTORE) {
            key(findings);
        } else if (content.certificates().isEmpty()) {
            findings.add(wrongKind(CERTIFICATES));
        }
        absentAlias().ifPresent(findings::add);
        return findings;
    }

    private Optional<CertificateFinding> misnamed() {
        int dot = content.file().lastIndexOf('.');
        String end = content.file().substring(dot + 1).toLowerCase(Locale.ROOT);
        Set<FileKind> said = BY_NAME.get(end);
        return said == null || said.contains(content.kind())
                ? Optional.empty()
                : Optional.of(CertificateFinding.fail("F24", content.file(), NAMED.with(end), kind()));
    }

    private void protection(List<CertificateFinding> findings) {
        if (content.kind() != FileKind.PKCS12) {
            return;
        }
        Set<Protection> protections = content.protections();
        if (protections.contains(Protection.OBSOLETE)) {
            findings.add(CertificateFinding.fail("F18", content.file(), OPENS_EVERYWHERE, dialect()));
        }
        if (protections.contains(Protection.PBMAC1)) {
            findings.add(CertificateFinding.fail("F19", content.file(), OPENS_EVERYWHERE, dialect()));
        } else if (protections.contains(Protection.PBES2) && use.as() != Part.TRUSTSTORE) {
            findings.add(CertificateFinding.warning("F19", content.file(), OPENS_EVERYWHERE, dialect()));
        }
    }

    private void key(List<CertificateFinding> findings) {
        List<Entry.Held> held = content.entries().stream()
                .filter(Entry.Held.class::isInstance)
                .map(Entry.Held.class::cast)
                .toList();
        if (content.certificates().isEmpty()) {
            findings.add(wrongKind(KEY));
        } else if (held.isEmpty() && STORES.contains(content.kind())) {
            findings.add(CertificateFinding.fail("F22", content.file(), KEY, NO_KEY));
        }
        for (Entry.Held one : held) {
            String where = place(one);
            if (one.key().algorithm().isEmpty()) {
                findings.add(CertificateFinding.fail("F21", where, ONE_PASSWORD, CLOSED));
            } else if (one.key().fit() == Fit.DIFFERS) {
                findings.add(CertificateFinding.fail("F25", where, ITS_KEY, OTHER_KEY));
            } else if (one.chain().isEmpty()) {
                boolean strangers = !content.certificates().isEmpty();
                findings.add(
                        CertificateFinding.fail(strangers ? "F25" : "F22", where, KEY, strangers ? OTHER_KEY : ALONE));
            }
        }
    }

    private Optional<CertificateFinding> absentAlias() {
        List<String> aliases = Aliases.of(content);
        return use.alias()
                .filter(alias -> !aliases.contains(alias))
                .map(alias -> CertificateFinding.fail(
                        "F23",
                        content.file(),
                        ENTRY.with(alias),
                        ENTRIES.with(NameCheck.shown(String.join(", ", aliases)))));
    }

    private CertificateFinding wrongKind(Text expected) {
        return CertificateFinding.fail("F24", content.file(), expected, NO_CERTIFICATE.with(whatElse()));
    }

    private Text whatElse() {
        return content.entries().stream()
                .findFirst()
                .map(entry -> entry instanceof Entry.Held
                        ? ALONE
                        : entry instanceof Entry.Request
                                ? REQUEST
                                : entry instanceof Entry.Revocations ? REVOCATIONS : kind())
                .orElse(kind());
    }

    private Text kind() {
        return Words.text(content.kind().wording());
    }

    private Text dialect() {
        return content.dialect().stream()
                .map(Words::text)
                .reduce(StoreCheck::joined)
                .orElse(kind());
    }

    private static Text joined(Text one, Text next) {
        return Text.verbatim("{0} ; {1}").with(one, next);
    }

    private String place(Entry entry) {
        return content.file()
                + entry.alias().map(name -> ", '" + NameCheck.shown(name) + "'").orElse("");
    }
}

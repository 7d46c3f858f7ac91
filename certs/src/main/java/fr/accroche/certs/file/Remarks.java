package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is no error and makes programs fail: said of what was read. */
final class Remarks {

    static final Wording OBSOLETE = Wording.of(
            "Chiffré en RC2 ou RC4 : OpenSSL 3, et ce qui s'en sert (curl, nginx, Node), ne l'ouvre pas sans l'option"
                    + " -legacy. L'exporter à nouveau en AES.",
            "Encrypted with RC2 or RC4: OpenSSL 3, and what is built on it (curl, nginx, Node), does not open it without"
                    + " its -legacy option. Export it again with AES.");

    private Remarks() {}

    static Wording trailing(int bytes) {
        return Wording.of(
                "%d octets suivent la fin du contenu ; ils sont ignorés.",
                "%d bytes follow the end of the content; they are ignored.", bytes);
    }

    static List<Wording> of(FileContent content) {
        List<Wording> remarks = new ArrayList<>();
        for (Entry entry : content.entries()) {
            if (entry instanceof Entry.Held held) {
                of(held).ifPresent(remarks::add);
            }
            boolean unmarked = entry instanceof Entry.Certificates chain && !chain.trusted();
            if (unmarked && content.kind() == FileKind.PKCS12) {
                remarks.add(Wording.of(
                        "Des certificats de ce PKCS#12 n'ont ni clé ni marque de confiance de Java : Java ne les voit pas, et"
                                + " comme magasin de confiance il serait vide (importer avec keytool -importcert).",
                        "Certificates of this PKCS#12 have neither a key nor Java's mark of trust: Java does not see them,"
                                + " and as a truststore it would be empty (import with keytool -importcert)."));
            }
        }
        return remarks.stream().distinct().toList();
    }

    private static Optional<Wording> of(Entry.Held held) {
        if (held.key().fit() == KeyFacts.Fit.DIFFERS) {
            return Optional.of(Wording.of(
                    "La clé n'est pas celle de son certificat : aucun programme ne peut s'en servir.",
                    "The key is not that of its certificate: no program can use it."));
        }
        if (held.chain().isEmpty()) {
            return Optional.of(Wording.of(
                    "Une clé n'a pas de certificat dans ce fichier.", "A key has no certificate in this file."));
        }
        X509Certificate last = held.chain().get(held.chain().size() - 1);
        boolean root = last.getIssuerX500Principal().equals(last.getSubjectX500Principal());
        return root || held.chain().size() > 1
                ? Optional.empty()
                : Optional.of(Wording.of(
                        "Le certificat vient sans son autorité intermédiaire : un serveur qui ne connaît que la racine le"
                                + " refuse, et un client Java ne présente rien.",
                        "The certificate comes without its intermediate authority: a server that knows only the root refuses"
                                + " it, and a Java client presents nothing."));
    }
}

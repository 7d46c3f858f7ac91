package fr.accroche.authserver;

import fr.accroche.certs.SubjectName;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.text.Text;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** The subject that a client registered, whole (RFC 8705 §2.1.2), compared by structure. */
final class SubjectGuard {

    private SubjectGuard() {}

    static void check(Call call, Client client, OAuthError wire) {
        Optional<String> registered = client.registration().subjectDn().map(Object::toString);
        Optional<X509Certificate> shown = call.request().peer().certificate();
        if (registered.isEmpty() || shown.isEmpty()) {
            return;
        }
        SubjectName subject = SubjectName.of(shown.get().getSubjectX500Principal());
        if (subject.sameAs(SubjectName.parse(registered.get()))) {
            return;
        }
        Optional<ObservedCertificate> seen = call.certificate().presented();
        call.refuse(OAuthRefusal.of(
                Rules.CN_IS_CLIENT_ID,
                Text.of(
                                "Le sujet du certificat n'est pas celui que {0} a enregistré.",
                                "The certificate's subject is not the one that {0} registered.")
                        .with(client.clientId()),
                new Observed(registered.get(), client.declaredAt()),
                new Observed(
                        Call.clipped(subject.toString()),
                        seen.map(certificate -> certificate.where("subject")).orElse("TLS")),
                wire));
    }
}

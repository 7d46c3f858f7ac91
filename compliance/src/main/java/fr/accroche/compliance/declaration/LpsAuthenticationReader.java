package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.util.Optional;

/** Reads {@code operations[].lpsAuthentication}. */
final class LpsAuthenticationReader {

    private static final Text ONE_OR_THE_OTHER = Text.of(
            "« secret » ou un certificat, l'un des deux : le proxy ne demande qu'une preuve",
            "'secret' or a certificate, one of them: the proxy asks for one proof");
    private static final Text NO_COLON = Text.of(
            "un client_id qui contient « : » ne peut se prouver par un secret (RFC 7617 §2) : déclarer un certificat",
            "a client_id with a ':' cannot prove itself by a secret (RFC 7617 §2): declare a certificate");
    private static final Text WITH_CERTIFICATE = Text.of(
            "« subjectDn » décrit le certificat, que « certificate: false » écarte",
            "'subjectDn' describes the certificate, which 'certificate: false' rules out");

    private static final Text TOO_LONG = Text.of(
            "un client_id de plus de {0} caractères ne laisse pas de place à un CN propre au LPS : déclarer « subjectDn »",
            "a client_id of more than {0} characters leaves no room for a CN of the LPS's own: declare 'subjectDn'");

    private LpsAuthenticationReader() {}

    static LpsAuthentication read(Cursor cursor, Optional<ClientId> clientId) {
        Optional<ClientSecret> secret = cursor.member("secret").flatMap(c -> c.text(ClientSecret::new));
        Optional<SubjectDn> subject = cursor.member("subjectDn").flatMap(c -> c.text(SubjectDn::new));
        Optional<Boolean> asked = cursor.member("certificate").flatMap(Cursor::bool);
        boolean certificate = asked.orElse(cursor.member("subjectDn").isPresent());
        if (subject.isPresent() && !certificate) {
            cursor.wrong(WITH_CERTIFICATE);
        }
        if (cursor.member("secret").isPresent() && certificate) {
            cursor.wrong(ONE_OR_THE_OTHER);
        }
        if (secret.isPresent()
                && clientId.filter(id -> id.value().contains(":")).isPresent()) {
            cursor.wrong(NO_COLON);
        }
        if (certificate
                && subject.isEmpty()
                && clientId.filter(LpsAuthenticationReader::isLong).isPresent()) {
            cursor.wrong(TOO_LONG.with(LpsAuthentication.LONGEST_CLIENT_ID));
        }
        if (certificate) {
            return new LpsAuthentication.Certificate(subject);
        }
        return secret.<LpsAuthentication>map(LpsAuthentication.Secret::new).orElseGet(LpsAuthentication.None::new);
    }

    private static boolean isLong(ClientId clientId) {
        return clientId.value().length() > LpsAuthentication.LONGEST_CLIENT_ID;
    }
}

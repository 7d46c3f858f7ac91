package fr.accroche.scenarios.report.html;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sessions as a journal has them, and the run that they are. */
final class RecordedRun {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJhenAiOiJhbHBoYSJ9.c2VjcmV0";
    static final String NUMBER = "DMP-SIMULE-0001";

    private final List<Hop> hops = new ArrayList<>();
    private Instant at = NOW;
    private boolean apart;

    private RecordedRun() {}

    static RecordedRun empty() {
        return new RecordedRun();
    }

    Run judged() throws DeclarationException {
        return judged(ShippedDeclaration.PROXY_INTEGRE);
    }

    Run judged(ShippedDeclaration shipped) throws DeclarationException {
        Declaration declaration = DeclarationReader.read("accroche.yaml", shipped.yaml(), LocalDate.of(2026, 11, 22));
        return Run.judged(declaration, List.of(), declaration.operations(), hops, NOW, at);
    }

    private HopNotes open(Stage stage, String server, String call, String session) {
        at = at.plus(Duration.ofMillis(20));
        return HopNotes.open(Clock.fixed(at, ZoneOffset.UTC), stage, server, call)
                .note(Fact.TRACE_ID, session, "header/traceparent")
                .note(Fact.TLS_PROTOCOL, "TLSv1.3", "TLS/version")
                .note(Fact.TLS_SUITE, "TLS_AES_128_GCM_SHA256", "TLS/suite");
    }

    private static String token(String session) {
        return TOKEN + session;
    }

    static ObservedCertificate certificate(String commonName) {
        return new ObservedCertificate(
                "CN=" + commonName + ",OU=300000000010009,C=FR",
                "CN=TEST AC,C=FR",
                Integer.toHexString(commonName.hashCode()),
                String.format(Locale.ROOT, "%064x", commonName.hashCode()),
                Optional.of(commonName),
                Optional.of("300000000010009"),
                List.of());
    }

    /** So many sessions of two clients, of which every tenth broke a rule. */
    static RecordedRun of(int sessions) {
        return RecordedRun.empty().sessions(sessions);
    }

    /** The same, and each calls paths of its own. */
    static RecordedRun noTwoAlike(int sessions) {
        RecordedRun run = RecordedRun.empty();
        run.apart = true;
        return run.sessions(sessions);
    }

    private RecordedRun sessions(int sessions) {
        for (int session = 0; session < sessions; session++) {
            session(
                    session % 2 == 0 ? "alpha-edc-bas" : "alpha-clinique-edc-bas",
                    session % 10 == 0 ? "AUTRE-0001" : NUMBER);
        }
        return this;
    }

    /** As many calls as a session through every téléservice makes, or nearly. */
    RecordedRun session(String clientId, String number) {
        String session = "trace-" + hops.size();
        ClientCertificate shown = new ClientCertificate.Presented(certificate(clientId));
        hops.add(open(Stage.PROXY_CONNECT, "proxy", "POST /connect", session)
                .note(Fact.CLIENT_ID, clientId, "json/clientId")
                .answered(200));
        hops.add(open(
                        Stage.PSC_CIBA,
                        "psc",
                        "POST /auth/realms/esante-wallet/protocol/openid-connect/ext/ciba/auth",
                        session)
                .client(shown)
                .note(Fact.CLIENT_ID, clientId, "form/client_id")
                .note(Fact.SCOPE, "openid scope_all", "form/scope")
                .note(Fact.ACR_VALUES, "eidas1", "form/acr_values")
                .note(Fact.BINDING_MESSAGE, "42", "form/binding_message")
                .note(Fact.LOGIN_HINT, "899900000011", "form/login_hint")
                .answered(200));
        for (String service : List.of("dmp", "insi", "on")) {
            exchange(clientId, service, session, shown);
        }
        for (int call = 0; call < 4; call++) {
            business(clientId, number, session, shown);
        }
        return this;
    }

    private void exchange(String clientId, String service, String session, ClientCertificate shown) {
        hops.add(open(Stage.EXCHANGE, "api-psc", "POST /realms/" + service + "/protocol/openid-connect/token", session)
                .client(shown)
                .note(Fact.CLIENT_ID, clientId, "form/client_id")
                .note(Fact.PSC_TOKEN, token(session), "form/subject_token")
                .note(Fact.API_TOKEN, token(session) + service, "answer/access_token")
                .note(
                        Fact.SUBJECT_TOKEN_TYPE,
                        "urn:ietf:params:oauth:token-type:access_token",
                        "form/subject_token_type")
                .note(Fact.GRANT_TYPE, "urn:ietf:params:oauth:grant-type:token-exchange", "form/grant_type")
                .note(Fact.SUBJECT_ISSUER, "psc", "form/subject_issuer")
                .note(Fact.SUBJECT_TOKEN_STATE, "active", "PSC/introspection/active")
                .note(Fact.SUBJECT_TOKEN_ACR, "eidas1", "token/acr")
                .note(Fact.SUBJECT_TOKEN_ISSUER, "https://localhost:1/auth/realms/esante-wallet", "token/iss")
                .note(Fact.SUBJECT_TOKEN_CLIENT, clientId, "token/azp")
                .note(Fact.TOKEN_CNF, certificate(clientId).sha256(), "token/cnf")
                .note(Fact.TELESERVICE, service, "realm")
                .answered(200));
        hops.add(open(
                        Stage.PSC_INTROSPECTION,
                        "psc",
                        "POST /auth/realms/esante-wallet/protocol/openid-connect/token/introspect",
                        session)
                .client(new ClientCertificate.Presented(certificate("serveur-autorisation-api-psc")))
                .note(Fact.PSC_TOKEN, token(session), "form/token")
                .note(Fact.SUBJECT_TOKEN_STATE, "active", "answer/active")
                .answered(200));
        hops.add(open(Stage.CREDENTIAL, "credential-api", "POST /credentials", session)
                .client(new ClientCertificate.Presented(certificate("serveur-autorisation-api-psc")))
                .note(Fact.CREDENTIAL_CLIENT_ID, clientId, "json/clientId")
                .note(Fact.CREDENTIAL_CERTIFICATE_CN, clientId, "json/certificateCN")
                .note(Fact.CREDENTIAL_CERTIFICATE_OU, "300000000010009", "json/certificateOU")
                .note(Fact.CREDENTIAL_SECURITY_LEVEL, "15", "json/securityLevel")
                .note(Fact.REGISTER_CLIENT, "registered", "register")
                .answered(200));
    }

    private void business(String clientId, String number, String session, ClientCertificate shown) {
        for (Stage stage : List.of(Stage.LPS_SEND, Stage.PROXY_SEND)) {
            hops.add(open(
                            stage,
                            stage == Stage.LPS_SEND ? "lps" : "proxy",
                            "POST /send/dmp/patients" + (apart ? "/" + session : ""),
                            session)
                    .note(Fact.TELESERVICE, "DMP", "HTTP/path")
                    .answered(number.equals(NUMBER) ? 200 : 500));
        }
        HopNotes notes = open(Stage.BUSINESS, "dmp", "POST /si-dmp-server/v2/services/patients", session)
                .client(shown)
                .note(Fact.API_TOKEN, token(session) + "dmp", "header/authorization")
                .note(Fact.BEARER_KIND, "api", "header/authorization")
                .note(Fact.BEARER_CLIENT, clientId, "token/azp")
                .note(Fact.TELESERVICE, "DMP", "HTTP/path")
                .note(Fact.ASSERTION_KIND, "VIHF", "SOAP/Security")
                .note(Fact.LPS_NUMBER, number, "VIHF/LPS_ID_HOMOLOGATION_DMP")
                .note(Fact.LPS_NAME, "Alpha Cabinet", "VIHF/LPS_Nom")
                .note(Fact.LPS_VERSION, "2.1", "VIHF/LPS_Version")
                .note(Fact.VIHF_PATIENT, "290019999900113^^^&1.2.250.1.213.1.4.10&ISO^NH", "VIHF/resource-id");
        if (number.equals(NUMBER)) {
            hops.add(notes.answered(200));
        } else {
            hops.add(notes.breach(breach(number)).refused(500, "soap:SIM_LpsInconnu"));
        }
        hops.add(open(
                        Stage.API_INTROSPECTION,
                        "api-psc",
                        "POST /realms/dmp/protocol/openid-connect/token/introspect",
                        session)
                .client(new ClientCertificate.Presented(certificate("teleservice")))
                .note(Fact.API_TOKEN, token(session) + "dmp", "form/token")
                .note(Fact.TELESERVICE, "DMP", "realm")
                .answered(200));
    }

    private static Breach breach(String number) {
        return new Breach(
                RuleId.of("IDN-06"),
                Text.of("Le numéro est celui d'un autre.", "The number is another's."),
                new Observed(Fact.LPS_NUMBER.redact(NUMBER), "accroche.yaml:35"),
                new Observed(Fact.LPS_NUMBER.redact(number), "VIHF/LPS_ID_HOMOLOGATION_DMP"));
    }
}

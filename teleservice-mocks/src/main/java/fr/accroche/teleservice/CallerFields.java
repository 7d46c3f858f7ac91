package fr.accroche.teleservice;

import fr.accroche.certs.Profile;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.wire.Header;
import fr.accroche.wire.evidence.PeerEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the checks learnt of the caller, as the header fields that stubs can match on. They never leave the process. */
final class CallerFields {

    private final List<Header> fields = new ArrayList<>();

    private CallerFields() {}

    static List<Header> of(
            Call call,
            Optional<ActiveToken> token,
            Optional<ParsedAssertion> assertion,
            LpsIdentity lps,
            Optional<BusinessRequest> request) {
        Optional<ObservedCertificate> certificate =
                PeerEvidence.of(call.request().peer()).client().presented();
        return new CallerFields()
                .plus("Client-CN", certificate.flatMap(ObservedCertificate::commonName))
                .plus("Client-OU", certificate.flatMap(ObservedCertificate::organisationalUnit))
                .plus("Client-Serial", certificate.map(ObservedCertificate::serial))
                .plus("Client-Profile", certificate.map(sound -> Profile.ORG_AUTH_CLI.name()))
                .plus("Token-Azp", token.flatMap(ActiveToken::client))
                .plus("Token-SubjectNameID", token.flatMap(ActiveToken::person))
                .plus("Assertion-Person", assertion.flatMap(ParsedAssertion::nameId))
                .plus("Lps-Number", lps.number())
                .plus("Lps-Name", lps.name())
                .plus("Lps-Version", lps.version())
                .plus("Action", request.flatMap(BusinessRequest::action))
                .fields;
    }

    private CallerFields plus(String name, Optional<String> value) {
        value.ifPresent(present -> fields.add(new Header("X-Accroche-" + name, present)));
        return this;
    }
}

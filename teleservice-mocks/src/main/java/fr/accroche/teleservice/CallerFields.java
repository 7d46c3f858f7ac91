package fr.accroche.teleservice;

import fr.accroche.certs.LikelyProfile;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.teleservice.stub.Caller;
import fr.accroche.wire.Delivery.Manner;
import fr.accroche.wire.Header;
import fr.accroche.wire.Response;
import fr.accroche.wire.evidence.PeerEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the checks learnt of the caller, as the header fields that stubs can match on. They never leave the process. */
final class CallerFields {

    private final List<Header> fields = new ArrayList<>();

    private CallerFields() {}

    static Caller of(
            Call call,
            Optional<ActiveToken> token,
            Optional<ParsedAssertion> assertion,
            LpsIdentity lps,
            BusinessRequest request) {
        Optional<ObservedCertificate> certificate =
                PeerEvidence.of(call.request().peer()).client().presented();
        List<Header> fields = new CallerFields()
                .plus("Client-CN", certificate.flatMap(ObservedCertificate::commonName))
                .plus("Client-OU", certificate.flatMap(ObservedCertificate::organisationalUnit))
                .plus("Client-Serial", certificate.map(ObservedCertificate::serial))
                .plus(
                        "Client-Profile",
                        call.request()
                                .peer()
                                .certificate()
                                .map(LikelyProfile::of)
                                .map(LikelyProfile::name))
                .plus("Token-Azp", token.flatMap(ActiveToken::client))
                .plus("Token-SubjectNameID", token.flatMap(ActiveToken::person))
                .plus("Assertion-Person", assertion.flatMap(ParsedAssertion::nameId))
                .plus("Lps-Number", lps.number())
                .plus("Lps-Name", lps.name())
                .plus("Lps-Version", lps.version())
                .plus("Action", request.action())
                .fields;
        return new Caller(
                fields,
                call.request().peer().certificate(),
                token.map(ActiveToken::claims),
                assertion,
                request.messageId());
    }

    /** The answer of a stub; one that is a fault leaves that in the journal, since it has no status. */
    static Response noted(Call call, Response prepared) {
        Manner manner = prepared.delivery().manner();
        if (manner != Manner.WHOLE) {
            call.note(Fact.FAULT_ON_DEMAND, "stub " + manner, "stubs");
        }
        return prepared;
    }

    private CallerFields plus(String name, Optional<String> value) {
        value.ifPresent(present -> fields.add(new Header("X-Accroche-" + name, present)));
        return this;
    }
}

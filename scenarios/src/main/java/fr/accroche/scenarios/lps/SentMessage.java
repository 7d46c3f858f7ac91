package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.MessageException;
import fr.accroche.messages.ParsedAssertion;
import java.util.Optional;

/** A message as its sender knows it, for the journal. */
final class SentMessage {

    private SentMessage() {}

    /** What an LPS says of itself in a SOAP message. */
    static void note(HopNotes notes, Teleservice service, byte[] body) {
        try {
            BusinessRequest request = BusinessRequest.parse(body);
            ParsedAssertion.Kind kind =
                    service == Teleservice.DMP ? ParsedAssertion.Kind.VIHF : ParsedAssertion.Kind.ASSERTION_PS;
            Optional<ParsedAssertion> assertion = request.assertion(kind);
            notes.note(Fact.ASSERTION_PERSON, assertion.flatMap(ParsedAssertion::nameId), "SAML/NameID");
            if (service == Teleservice.DMP) {
                notes.note(
                        Fact.LPS_NUMBER,
                        assertion.flatMap(vihf -> vihf.lps().number()),
                        "VIHF/LPS_ID_HOMOLOGATION_DMP");
            } else {
                notes.note(
                        Fact.LPS_NUMBER,
                        request.contexteLps().flatMap(contexte -> contexte.lps().number()),
                        "SOAP/ContexteLPS/LPS/IDAM");
            }
        } catch (MessageException unreadable) {
            notes.note(Fact.ASSERTION_KIND, "none", "HTTP/body");
        }
    }
}

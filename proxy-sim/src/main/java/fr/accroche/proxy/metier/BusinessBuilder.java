package fr.accroche.proxy.metier;

import fr.accroche.messages.Activity;
import fr.accroche.messages.Author;
import fr.accroche.messages.Ins;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.Person;
import fr.accroche.messages.RequestWriter;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.Traits;
import fr.accroche.messages.VihfSigner;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Builds the SOAP message that a JSON business request asks for, signed where the téléservice wants it. */
public final class BusinessBuilder {

    private final RequestWriter requests;

    /**
     * @param clock dates messages and assertions
     * @param ids of messages and assertions
     */
    public BusinessBuilder(Clock clock, Supplier<UUID> ids) {
        this.requests = new RequestWriter(clock, ids);
    }

    /**
     * For whom a message is built.
     *
     * @param clientId of the session
     * @param nameId the session's professional
     * @param lps the software
     * @param number the one that the téléservice is to receive: the LPS's, in a sound proxy
     */
    public record Sender(String clientId, String nameId, MetierLps lps, Optional<String> number) {

        /** Keeps the number out of every log. */
        @Override
        public String toString() {
            return "Sender[" + clientId + "]";
        }
    }

    /**
     * Builds the message.
     *
     * @param body what the operation's schema takes
     * @return SOAP 1.2; a deposit as an MTOM package
     */
    public SoapMessage build(BusinessOperation operation, JsonObject body, Sender sender) {
        JsonObject professional = body.object("professional").orElse(JsonObject.EMPTY);
        Author author = new Author(
                sender.clientId(), person(professional, sender.nameId()), activity(professional), identity(sender));
        return switch (operation) {
            case EXISTENCE_TEST -> {
                Ins patient = patient(body);
                yield SoapMessage.xml(
                        requests.existenceTest(author, Optional.of(vihf(author, patient, sender.lps())), patient));
            }
            case DOCUMENT_DEPOSIT ->
                requests.deposit(
                        author,
                        vihf(author, patient(body), sender.lps()),
                        new DocumentReader(author.person(), patient(body)).document(body),
                        DocumentReader.coded(body, "occasion"));
            case DOCUMENT_SEARCH ->
                requests.search(vihf(author, patient(body), sender.lps()), DocumentReader.query(patient(body), body));
            case INS_SEARCH ->
                SoapMessage.xml(requests.insSearch(
                        author,
                        sender.lps().insiByCertificate() ? Optional.empty() : assertionPs(author),
                        traits(body)));
            case CONSULTATION ->
                SoapMessage.xml(
                        requests.consultation(author, assertionPs(author), text(body, "prescription"), patient(body)));
        };
    }

    private SamlAssertion vihf(Author author, Ins patient, MetierLps lps) {
        VihfSigner seal = new VihfSigner(lps.seal().key(), lps.seal().certificate());
        return lps.vihf().seal(requests.vihf(author, patient, seal, lps.vihf()), seal);
    }

    private Optional<SamlAssertion> assertionPs(Author author) {
        return Optional.of(requests.assertionPs(author));
    }

    private static Person person(JsonObject professional, String nameId) {
        return new Person(nameId, text(professional, "displayName"), DocumentReader.coded(professional.array("roles")));
    }

    private static Activity activity(JsonObject professional) {
        return new Activity(
                text(professional, "structure"),
                text(professional, "sector"),
                text(professional, "billingId"),
                professional.text("amoSpeciality"),
                professional.text("gipProfessionCode"));
    }

    private static LpsIdentity identity(Sender sender) {
        return new LpsIdentity(
                Optional.of(sender.lps().name()),
                Optional.of(sender.lps().version()),
                Optional.of(sender.lps().instance()),
                sender.number());
    }

    private static Ins patient(JsonObject body) {
        JsonObject patient = body.object("patient").orElse(JsonObject.EMPTY);
        return new Ins(text(patient, "ins"), text(patient, "oid"));
    }

    private static Traits traits(JsonObject body) {
        JsonObject traits = body.object("traits").orElse(JsonObject.EMPTY);
        return new Traits(
                traits.text("birthName"),
                traits.array("firstNames").map(JsonArray::texts).orElse(List.of()),
                traits.text("sex"),
                traits.text("birthDate"),
                traits.text("birthPlace"));
    }

    private static String text(JsonObject object, String name) {
        return object.text(name).orElse("");
    }
}

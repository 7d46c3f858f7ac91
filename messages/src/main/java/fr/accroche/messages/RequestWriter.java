package fr.accroche.messages;

import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Writes business requests and their assertions: for an LPS, and for a proxy that builds them in its place. An assertion is
 * given apart from its request, so that a wrong one can be put in.
 */
public final class RequestWriter {

    /** The arc of UUIDs among OIDs. */
    private static final String INSTALLATIONS = "2.25.";

    private final Clock clock;
    private final Supplier<UUID> ids;

    /**
     * @param clock dates everything
     * @param ids of messages, header blocks and assertions
     */
    public RequestWriter(Clock clock, Supplier<UUID> ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** The DMP's assertion, to be sealed as its form has it. */
    public Vihf vihf(Author author, Ins patient, VihfSigner seal, VihfForm form) {
        return Vihf.indirecte(
                        "_" + ids.get(),
                        clock.instant(),
                        seal.issuer(),
                        author.person(),
                        author.activity().structure(),
                        author.activity().sector(),
                        patient,
                        author.lps())
                .in(form);
    }

    /** INSi's and ON's assertion, in PSC mode. */
    public SamlAssertion assertionPs(Author author) {
        return new AssertionPs(
                        "_" + ids.get(),
                        clock.instant(),
                        "CN=" + author.clientId(),
                        author.person().nameId(),
                        "PSC",
                        author.activity().billing(),
                        author.activity().amoSpeciality(),
                        author.activity().sector(),
                        author.activity().gipProfessionCode())
                .toAssertion();
    }

    /** TD0.2: whether this patient has a DMP. */
    public byte[] existenceTest(Author author, Optional<SamlAssertion> vihf, Ins patient) {
        return new DmpRequest("urn:uuid:" + ids.get(), "", clock.instant(), vihf, patient, author.lps()).toBytes();
    }

    /** TD0.3: gives the person of the VIHF access to its patient's DMP, or takes it away. */
    public byte[] authorization(SamlAssertion vihf, AuthorizationRequest.Order order) {
        return new AuthorizationRequest("urn:uuid:" + ids.get(), "", Optional.of(vihf), order).toBytes();
    }

    /** WS_INS2: whose INS these traits are. */
    public byte[] insSearch(Author author, Optional<SamlAssertion> assertion, Traits traits) {
        return new InsiRequest("uuid:" + ids.get(), contexteLps(author), contexteBam(author), assertion, traits)
                .toBytes();
    }

    /** WS_INS1: whose INS is that of this carte Vitale. */
    public byte[] insCardSearch(Author author, Optional<SamlAssertion> assertion, VitaleCard card) {
        return new InsiCardRequest("uuid:" + ids.get(), contexteLps(author), contexteBam(author), assertion, card)
                .toBytes();
    }

    /** What has become of a prescription, in the fictional dialect of {@link OnRequest}. */
    public byte[] consultation(Author author, Optional<SamlAssertion> assertion, String prescription, Ins patient) {
        return new OnRequest(
                        "uuid:" + ids.get(),
                        contexteLps(author),
                        contexteBam(author),
                        assertion,
                        new OnBody.Consultation(prescription, patient))
                .toBytes();
    }

    /** TD2.1: deposits one document, in a lot of its own. */
    public SoapMessage deposit(Author author, SamlAssertion vihf, XdsDocument document, CodedValue occasion) {
        DocumentEntry entry = document.entry();
        SubmissionSet set = new SubmissionSet(
                "SubmissionSet01",
                oid(),
                INSTALLATIONS + new BigInteger(hexadecimal(author.lps().id().orElse("0")), 16),
                entry.patient(),
                DocumentEntry.time(clock.instant()),
                entry.title(),
                occasion,
                entry.author());
        return new DepositRequest("urn:uuid:" + ids.get(), "", Optional.of(vihf), new Deposit(set, List.of(document)))
                .toMessage();
    }

    /** TD3.1: which documents there are. */
    public SoapMessage search(SamlAssertion vihf, DocumentQuery query) {
        return new SearchRequest("urn:uuid:" + ids.get(), "", Optional.of(vihf), query).toMessage();
    }

    /** An OID that nobody else gives (ITU-T X.667 §7: a UUID beneath 2.25). */
    private String oid() {
        return INSTALLATIONS + new BigInteger(hexadecimal(ids.get().toString()), 16);
    }

    private static String hexadecimal(String uuid) {
        return uuid.replace("-", "");
    }

    private ContexteLps contexteLps(Author author) {
        return ContexteLps.of(
                ids.get().toString(), clock.instant(), author.person().nameId(), author.lps());
    }

    private ContexteBam contexteBam(Author author) {
        return ContexteBam.of(
                ids.get().toString(), clock.instant(), author.person().nameId());
    }
}

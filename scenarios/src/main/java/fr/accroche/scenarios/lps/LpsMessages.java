package fr.accroche.scenarios.lps;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.InsiChoices.Authentication;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.Author;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.Ins;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.Person;
import fr.accroche.messages.RequestWriter;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.SamlNames;
import fr.accroche.messages.Vihf;
import fr.accroche.messages.VihfForm;
import fr.accroche.messages.VihfSigner;
import fr.accroche.teleservice.FictivePatient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes the business requests of a simulated LPS: the right ones, or wrong in the one way that its profile says. */
public final class LpsMessages {

    private static final FictivePatient PATIENT = FictivePatient.ALL.get(0);
    private static final FictivePatient ANOTHER_PATIENT = FictivePatient.ALL.get(1);

    /** No key at all: they end at 97. */
    private static final String WRONG_KEY = "98";

    private static final String VERSION_OF_ROR = "2.0";

    /** How PSC says it, which is no class of SAML's. */
    private static final String NO_CONTEXT = "eidas1";

    private static final Duration OLD = Duration.ofHours(2);

    private final LpsProfile profile;
    private final RequestWriter requests;
    private final RequestWriter assertions;

    public LpsMessages(LpsProfile profile, Clock clock, Supplier<UUID> ids) {
        this.profile = profile;
        this.requests = new RequestWriter(clock, ids);
        this.assertions = profile.has(LpsDefect.SENDS_AN_OLD_ASSERTION)
                ? new RequestWriter(Clock.offset(clock, OLD.negated()), ids)
                : requests;
    }

    /** The request of a téléservice, UTF-8. */
    public byte[] request(Teleservice service) {
        return switch (service) {
            case DMP -> dmp(author(service));
            case INSI -> context(requests.insSearch(author(service), insiAssertion(), PATIENT.traits()));
            case ON ->
                context(requests.consultation(
                        author(service),
                        assertionPs(author(service)),
                        PATIENT.prescription().orElseThrow(),
                        PATIENT.forInsi()));
            case MSSANTE -> throw new IllegalArgumentException("MSSanté is not simulated");
            case CONFORMITE -> throw new IllegalArgumentException("the conformity API takes a session, not a message");
        };
    }

    private byte[] dmp(Author author) {
        Ins patient = patient();
        Ins asked = profile.has(LpsDefect.ASKS_ABOUT_ANOTHER_PATIENT)
                ? ANOTHER_PATIENT.forDmp(profile.environment())
                : patient;
        return requests.existenceTest(author, optional(() -> vihf(author, patient)), asked);
    }

    /** Whose DMP is asked for. */
    Ins patient() {
        Ins ins = profile.has(LpsDefect.KEEPS_THE_OID_OF_INSI)
                ? PATIENT.forInsi()
                : PATIENT.forDmp(profile.environment());
        return profile.has(LpsDefect.MISTYPES_THE_INS)
                ? new Ins(ins.value().substring(0, ins.value().length() - 2) + WRONG_KEY, ins.oid())
                : ins;
    }

    private Optional<SamlAssertion> optional(Supplier<SamlAssertion> assertion) {
        return profile.has(LpsDefect.OMITS_THE_ASSERTION) ? Optional.empty() : Optional.of(assertion.get());
    }

    private SamlAssertion vihf(Author author, Ins patient) {
        HeldCertificate signing =
                profile.has(LpsDefect.SIGNS_WITH_THE_CLIENT_CERTIFICATE) ? profile.other() : profile.seal();
        VihfSigner signer = new VihfSigner(signing.key(), signing.certificate());
        Vihf vihf = assertions.vihf(author, patient, signer, form());
        SamlAssertion signed =
                form().seal(profile.has(LpsDefect.OMITS_THE_SECTOR) ? vihf.withoutSector() : vihf, signer);
        return profile.has(LpsDefect.CHANGES_THE_VIHF_AFTER_SIGNING) ? changed(signed) : signed;
    }

    private VihfForm form() {
        VihfForm form = profile.has(LpsDefect.WRITES_THE_VIHF_OF_ROR)
                ? profile.vihf().withVersion(VERSION_OF_ROR)
                : profile.vihf();
        return profile.has(LpsDefect.SAYS_NO_AUTHENTICATION_CONTEXT) ? form.withAuthnContextClass(NO_CONTEXT) : form;
    }

    private SamlAssertion changed(SamlAssertion signed) {
        String name = profile.person().professional().displayName();
        return new SamlAssertion(signed.xml().replace(name, name + " BIS"));
    }

    private Optional<SamlAssertion> assertionPs(Author author) {
        return optional(() -> assertions.assertionPs(author))
                .map(assertion -> profile.has(LpsDefect.NAMES_THE_SPECIALITY_AS_BEFORE) ? before(assertion) : assertion)
                .map(assertion -> profile.has(LpsDefect.NAMES_THE_PERSON_AS_OF_A_CARD)
                        ? new SamlAssertion(assertion.xml().replace("NameQualifier=\"PSC\"", "NameQualifier=\"CPX\""))
                        : assertion);
    }

    /** None where the structure's certificate speaks. */
    private Optional<SamlAssertion> insiAssertion() {
        return profile.insi() == Authentication.MTLS ? Optional.empty() : assertionPs(author(Teleservice.INSI));
    }

    private byte[] context(byte[] soap) {
        return profile.has(LpsDefect.WRITES_AN_OLD_CONTEXTE_BAM)
                ? new String(soap, StandardCharsets.UTF_8)
                        .replace("Version=\"01_02\"", "Version=\"01_01\"")
                        .getBytes(StandardCharsets.UTF_8)
                : soap;
    }

    private static SamlAssertion before(SamlAssertion assertion) {
        return new SamlAssertion(assertion.xml().replace(SamlNames.CODE_SPECIALITE_AMO, SamlNames.CODE_SPECIALITE));
    }

    private Author author(Teleservice service) {
        return new Author(
                profile.operation().clientId().value(),
                person(),
                profile.person().practised(),
                identity(service));
    }

    /** Who sits there, or who is named in their place. */
    Person person() {
        Person person = profile.person().person();
        String nameId =
                profile.has(LpsDefect.NAMES_ANOTHER_PERSON) ? profile.person().another() : person.nameId();
        List<CodedValue> roles =
                profile.has(LpsDefect.OMITS_THE_SPECIALITY) ? person.roles().subList(0, 1) : person.roles();
        return new Person(nameId, person.displayName(), roles);
    }

    private LpsIdentity identity(Teleservice service) {
        String version = profile.has(LpsDefect.SAYS_ANOTHER_VERSION)
                ? profile.product().version() + "-autre"
                : profile.product().version();
        return new LpsIdentity(
                Optional.of(profile.product().name()),
                Optional.of(version),
                Optional.of(LpsProfile.INSTANCE),
                number(service));
    }

    private Optional<String> number(Teleservice service) {
        if (profile.has(LpsDefect.USES_THE_NUMBER_OF_ANOTHER_LPS)) {
            return Optional.of("AUTRE-LPS-0001");
        }
        if (profile.has(LpsDefect.OMITS_THE_IDAM) && service != Teleservice.DMP) {
            return Optional.empty();
        }
        Optional<NumeroHomologation> eai = profile.has(LpsDefect.USES_THE_NUMBER_OF_ITS_EAI)
                ? profile.integrated().stream()
                        .flatMap(addOn -> addOn.product().number(service).stream())
                        .findFirst()
                : Optional.empty();
        return eai.or(() -> profile.product().number(service)).map(NumeroHomologation::value);
    }
}

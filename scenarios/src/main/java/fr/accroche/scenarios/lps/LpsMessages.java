package fr.accroche.scenarios.lps;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.AssertionPs;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.ContexteBam;
import fr.accroche.messages.ContexteLps;
import fr.accroche.messages.DmpRequest;
import fr.accroche.messages.Ins;
import fr.accroche.messages.InsiRequest;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.OnRequest;
import fr.accroche.messages.Person;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.Vihf;
import fr.accroche.messages.VihfSigner;
import fr.accroche.teleservice.FictivePatient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes the business requests of a simulated LPS: the right ones, or wrong in the one way that its profile says. */
final class LpsMessages {

    /** The installation's stable identifier (ContexteLPS/LPS/Instance). */
    private static final String INSTANCE = "5d0b2d1e-1f3f-4a6e-9d55-3f7a5b7c0001";

    private static final FictivePatient PATIENT = FictivePatient.ALL.get(0);
    private static final FictivePatient ANOTHER_PATIENT = FictivePatient.ALL.get(1);

    /** No key at all: they end at 97. */
    private static final String WRONG_KEY = "98";

    private static final Duration OLD = Duration.ofHours(2);

    private final LpsProfile profile;
    private final Clock clock;
    private final Supplier<UUID> ids;

    LpsMessages(LpsProfile profile, Clock clock, Supplier<UUID> ids) {
        this.profile = profile;
        this.clock = clock;
        this.ids = ids;
    }

    /** The request of a téléservice, UTF-8. */
    byte[] request(Teleservice service) {
        return switch (service) {
            case DMP -> dmp();
            case INSI -> insi();
            case ON -> on();
            case MSSANTE -> throw new IllegalArgumentException("MSSanté is not simulated");
            case CONFORMITE -> throw new IllegalArgumentException("the conformity API takes a session, not a message");
        };
    }

    private byte[] dmp() {
        LpsIdentity lps = identity(Teleservice.DMP);
        Ins patient = patient();
        Optional<SamlAssertion> vihf = optional(() -> vihf(lps, patient));
        Ins asked = profile.has(LpsDefect.ASKS_ABOUT_ANOTHER_PATIENT)
                ? ANOTHER_PATIENT.forDmp(profile.environment())
                : patient;
        return new DmpRequest("urn:uuid:" + ids.get(), "", clock.instant(), vihf, asked, lps).toBytes();
    }

    private Ins patient() {
        Ins ins = profile.has(LpsDefect.KEEPS_THE_OID_OF_INSI)
                ? PATIENT.forInsi()
                : PATIENT.forDmp(profile.environment());
        return profile.has(LpsDefect.MISTYPES_THE_INS)
                ? new Ins(ins.value().substring(0, ins.value().length() - 2) + WRONG_KEY, ins.oid())
                : ins;
    }

    private byte[] insi() {
        return new InsiRequest(
                        "uuid:" + ids.get(),
                        contexteLps(Teleservice.INSI),
                        bam(),
                        optional(this::assertionPs),
                        PATIENT.traits())
                .toBytes();
    }

    private byte[] on() {
        return new OnRequest(
                        "uuid:" + ids.get(),
                        contexteLps(Teleservice.ON),
                        bam(),
                        optional(this::assertionPs),
                        PATIENT.prescription().orElseThrow(),
                        PATIENT.forInsi())
                .toBytes();
    }

    private Optional<SamlAssertion> optional(Supplier<SamlAssertion> assertion) {
        return profile.has(LpsDefect.OMITS_THE_ASSERTION) ? Optional.empty() : Optional.of(assertion.get());
    }

    private SamlAssertion vihf(LpsIdentity lps, Ins patient) {
        HeldCertificate signing =
                profile.has(LpsDefect.SIGNS_WITH_THE_CLIENT_CERTIFICATE) ? profile.other() : profile.seal();
        VihfSigner signer = new VihfSigner(signing.key(), signing.certificate());
        Vihf vihf = Vihf.indirecte(
                "_" + ids.get(),
                assertionTime(),
                signer.issuer(),
                person(),
                profile.person().structure(),
                profile.person().sector(),
                patient,
                lps);
        SamlAssertion signed = signer.sign(profile.has(LpsDefect.OMITS_THE_SECTOR) ? vihf.withoutSector() : vihf);
        return profile.has(LpsDefect.CHANGES_THE_VIHF_AFTER_SIGNING) ? changed(signed) : signed;
    }

    private SamlAssertion changed(SamlAssertion signed) {
        String name = profile.person().professional().displayName();
        return new SamlAssertion(signed.xml().replace(name, name + " BIS"));
    }

    private SamlAssertion assertionPs() {
        return new AssertionPs(
                        "_" + ids.get(),
                        assertionTime(),
                        "CN=" + profile.operation().clientId(),
                        person().nameId(),
                        "PSC",
                        profile.person().billing(),
                        profile.person().amoSpeciality(),
                        profile.person().sector(),
                        profile.person().gipProfessionCode())
                .toAssertion();
    }

    private Instant assertionTime() {
        return profile.has(LpsDefect.SENDS_AN_OLD_ASSERTION) ? clock.instant().minus(OLD) : clock.instant();
    }

    private Person person() {
        Person person = profile.person().person();
        String nameId =
                profile.has(LpsDefect.NAMES_ANOTHER_PERSON) ? profile.person().another() : person.nameId();
        List<CodedValue> roles =
                profile.has(LpsDefect.OMITS_THE_SPECIALITY) ? person.roles().subList(0, 1) : person.roles();
        return new Person(nameId, person.displayName(), roles);
    }

    private ContexteLps contexteLps(Teleservice service) {
        return ContexteLps.of(ids.get().toString(), clock.instant(), person().nameId(), identity(service));
    }

    private ContexteBam bam() {
        return ContexteBam.of(ids.get().toString(), clock.instant(), person().nameId());
    }

    private LpsIdentity identity(Teleservice service) {
        String version = profile.has(LpsDefect.SAYS_ANOTHER_VERSION)
                ? profile.product().version() + "-autre"
                : profile.product().version();
        return new LpsIdentity(
                Optional.of(profile.product().name()), Optional.of(version), Optional.of(INSTANCE), number(service));
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

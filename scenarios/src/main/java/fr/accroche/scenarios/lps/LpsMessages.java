package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.InsiChoices.Authentication;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.Author;
import fr.accroche.messages.Ins;
import fr.accroche.messages.Person;
import fr.accroche.messages.RequestWriter;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.teleservice.FictivePatient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Writes the business requests of a simulated LPS: the right ones, or wrong in the one way that its profile says. */
public final class LpsMessages {

    private static final FictivePatient PATIENT = FictivePatient.ALL.get(0);
    private static final FictivePatient ANOTHER_PATIENT = FictivePatient.ALL.get(1);

    /** No key at all: they end at 97. */
    private static final String WRONG_KEY = "98";

    private static final Pattern NAME_THEN_GIVEN_NAME =
            Pattern.compile("(<ins:NomNaissance>[^<]*</ins:NomNaissance>)(<ins:Prenom>[^<]*</ins:Prenom>)");

    private static final Duration SLOW = Duration.ofMinutes(10);

    private final LpsProfile profile;
    private final RequestWriter requests;
    private final LpsAssertions assertions;
    private final LpsAuthor authors;

    public LpsMessages(LpsProfile profile, Clock clock, Supplier<UUID> ids) {
        this.profile = profile;
        Clock own = profile.has(LpsDefect.HAS_A_SLOW_CLOCK) ? Clock.offset(clock, SLOW.negated()) : clock;
        this.requests = new RequestWriter(own, ids);
        this.assertions = new LpsAssertions(profile, own, ids);
        this.authors = new LpsAuthor(profile);
    }

    /** The request of a téléservice, UTF-8. */
    public byte[] request(Teleservice service) {
        Author author = authors.of(service);
        return switch (service) {
            case DMP -> dmp(author);
            case INSI -> sent(requests.insSearch(author, insiAssertion(author), PATIENT.traits()));
            case ON ->
                sent(requests.consultation(
                        author,
                        assertions.ps(author, patient()),
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
        return sent(requests.existenceTest(author, assertions.vihf(author, patient), asked));
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

    /** None where the structure's certificate speaks. */
    private Optional<SamlAssertion> insiAssertion(Author author) {
        boolean none = profile.insi() == Authentication.MTLS && !profile.has(LpsDefect.KEEPS_THE_ASSERTION_PS);
        return none ? Optional.empty() : assertions.ps(author, patient());
    }

    /** As it leaves. */
    private byte[] sent(byte[] soap) {
        String xml = new String(soap, StandardCharsets.UTF_8);
        if (profile.has(LpsDefect.WRITES_AN_OLD_CONTEXTE_BAM)) {
            xml = xml.replace("Version=\"01_02\"", "Version=\"01_01\"");
        }
        if (profile.has(LpsDefect.WRITES_TRAITS_OUT_OF_ORDER)) {
            xml = NAME_THEN_GIVEN_NAME.matcher(xml).replaceAll("$2$1");
        }
        if (profile.has(LpsDefect.PUTS_THE_ASSERTION_BESIDE_SECURITY)) {
            xml = xml.replaceAll("</?wsse:Security[^>]*>", "");
        }
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** Who sits there, or who is named in their place. */
    Person person() {
        return authors.person();
    }
}

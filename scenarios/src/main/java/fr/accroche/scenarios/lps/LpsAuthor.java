package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.Activity;
import fr.accroche.messages.Author;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In whose name a simulated LPS writes, wrong in the one way that its profile says. */
record LpsAuthor(LpsProfile profile) {

    Author of(Teleservice service) {
        return new Author(profile.operation().clientId().value(), person(), activity(), identity(service));
    }

    /** Who sits there, or who is named in their place. */
    Person person() {
        Person person = profile.person().person();
        String nameId =
                profile.has(LpsDefect.NAMES_ANOTHER_PERSON) ? profile.person().another() : person.nameId();
        return new Person(nameId, person.displayName(), roles(person.roles()));
    }

    private List<CodedValue> roles(List<CodedValue> right) {
        List<CodedValue> roles = new ArrayList<>(right);
        if (profile.has(LpsDefect.WRITES_ITS_OWN_ROLE_CODE)) {
            roles.set(0, new CodedValue("MED", "LPS", "Médecin"));
        }
        return profile.has(LpsDefect.OMITS_THE_SPECIALITY) ? roles.subList(0, 1) : roles;
    }

    private Activity activity() {
        Activity activity = profile.person().practised();
        return new Activity(
                profile.has(LpsDefect.WRITES_A_BARE_FINESS) ? "750712184" : activity.structure(),
                activity.sector(),
                profile.has(LpsDefect.OMITS_THE_BILLING_NUMBER) ? "" : activity.billing(),
                activity.amoSpeciality(),
                activity.gipProfessionCode());
    }

    private LpsIdentity identity(Teleservice service) {
        String name = profile.product().name();
        String version = profile.product().version();
        return new LpsIdentity(
                Optional.of(profile.has(LpsDefect.SAYS_AN_UNDECLARED_NAME) ? name + " Premium" : name),
                Optional.of(profile.has(LpsDefect.SAYS_ANOTHER_VERSION) ? version + "-autre" : version),
                Optional.of(LpsProfile.INSTANCE),
                number(service));
    }

    private Optional<String> number(Teleservice service) {
        if (profile.has(LpsDefect.USES_THE_NUMBER_OF_ANOTHER_LPS)) {
            return Optional.of("AUTRE-LPS-0001");
        }
        LpsDefect omits =
                service == Teleservice.DMP ? LpsDefect.OMITS_ITS_NUMBER_IN_THE_VIHF : LpsDefect.OMITS_THE_IDAM;
        if (profile.has(omits)) {
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

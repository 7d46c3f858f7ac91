package fr.accroche.compliance.identity;

import fr.accroche.compliance.identity.Devices.State;
import java.util.List;
import java.util.Optional;

/** The test identities each of which has one thing wrong. */
final class FictiveDeviants {

    private FictiveDeviants() {}

    static List<Professional> all() {
        return List.of(
                of(
                        "899900000169",
                        "ecps-revoquee",
                        "MME",
                        "Lise",
                        "REVOQUEEFICTIVE",
                        List.of(FictivePractices.generalPractitioner(FictivePractices.group("991000217"))),
                        "0639980021",
                        new Devices(State.REVOKED, State.ACTIVE),
                        Habit.APPROVE,
                        Deviance.ECPS_REVOKED),
                of(
                        "899900000177",
                        "ecps-jamais-activee",
                        "M",
                        "Remy",
                        "JAMAISACTIVEEFICTIF",
                        List.of(FictivePractices.generalPractitioner(FictivePractices.group("991000225"))),
                        "0639980022",
                        new Devices(State.ABSENT, State.ACTIVE),
                        Habit.APPROVE,
                        Deviance.ECPS_NEVER_ACTIVATED),
                of(
                        "899900000185",
                        "carte-revoquee",
                        "M",
                        "Jo",
                        "CARTEREVOQUEEFICTIF",
                        List.of(FictivePractices.generalPractitioner(FictivePractices.group("991000233"))),
                        "0639980023",
                        new Devices(State.ACTIVE, State.REVOKED),
                        Habit.APPROVE,
                        Deviance.CARD_REVOKED),
                of(
                        "899900000193",
                        "refuse",
                        "MME",
                        "Maud",
                        "REFUSEFICTIVE",
                        List.of(FictivePractices.generalPractitioner(FictivePractices.group("991000241"))),
                        "0639980024",
                        new Devices(State.ACTIVE, State.ACTIVE),
                        Habit.REFUSE,
                        Deviance.REFUSES),
                of(
                        "899900000201",
                        "silencieux",
                        "M",
                        "Gael",
                        "SILENCIEUXFICTIF",
                        List.of(FictivePractices.generalPractitioner(FictivePractices.group("991000258"))),
                        "0639980025",
                        new Devices(State.ACTIVE, State.ACTIVE),
                        Habit.SILENT,
                        Deviance.SILENT),
                of(
                        "899900000219",
                        "mauvais-code",
                        "MME",
                        "Elie",
                        "MAUVAISCODEFICTIVE",
                        List.of(FictivePractices.generalPractitioner(FictivePractices.group("991000266"))),
                        "0639980026",
                        new Devices(State.ACTIVE, State.ACTIVE),
                        Habit.WRONG_CODE,
                        Deviance.WRONG_CODE),
                of(
                        "899900000227",
                        "radie",
                        "M",
                        "Paul",
                        "RADIEFICTIF",
                        List.of(FictivePractices.generalPractitioner(FictivePractices.group("991000274"))),
                        "0639980027",
                        new Devices(State.REVOKED, State.REVOKED),
                        Habit.APPROVE,
                        Deviance.STRUCK_OFF),
                of(
                        "899900000235",
                        "sans-exercice",
                        "M",
                        "Axel",
                        "SANSEXERCICEFICTIF",
                        List.of(),
                        "0639980028",
                        new Devices(State.ACTIVE, State.ACTIVE),
                        Habit.APPROVE,
                        Deviance.NO_PRACTICE),
                of(
                        "899900000243",
                        "sans-structure",
                        "MME",
                        "Cleo",
                        "SANSSTRUCTUREFICTIVE",
                        List.of(FictivePractices.generalPractitioner()),
                        "0639980029",
                        new Devices(State.ACTIVE, State.ACTIVE),
                        Habit.APPROVE,
                        Deviance.NO_STRUCTURE));
    }

    private static Professional of(
            String id,
            String alias,
            String civility,
            String givenName,
            String familyName,
            List<Practice> practices,
            String phone,
            Devices devices,
            Habit habit,
            Deviance deviance) {
        return new Professional(
                new NationalId(id),
                alias,
                civility,
                givenName,
                familyName,
                practices,
                phone,
                devices,
                habit,
                Optional.of(deviance),
                deviance.text());
    }
}

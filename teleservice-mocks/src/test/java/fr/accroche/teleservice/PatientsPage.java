package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.Ins;
import fr.accroche.messages.Traits;
import fr.accroche.teleservice.FictivePatient.DmpState;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders {@code docs/patients.md}. */
final class PatientsPage {

    private static final String HEAD = """
            # Test patients · Patients de test

            Generated from the code; a test fails when it is stale. Nobody below exists. INSi, the DMP and ON know the same patients:
            the INS that INSi finds by traits has in the DMP the state, and in ON the prescriptions, that are said here; another test
            asks the three for each patient. The simulated LPS asks about the first. The professionals are [beside](identities.md). ·
            Page produite à partir du code ; un test échoue quand elle n'est plus à jour. Personne de ce qui suit n'existe. INSi, le
            DMP et ON connaissent les mêmes patients : l'INS qu'INSi trouve par les traits a dans le DMP l'état, et dans ON les
            ordonnances, dits ici ; un autre test le demande aux trois pour chaque patient. Le LPS simulé interroge à propos du
            premier. Les professionnels sont [à côté](identities.md).

            ## Who they are · Qui ils sont

            | name · nom court | birth name · nom de naissance | given names · prénoms | sex · sexe | born · né le | at · à | what for | pour quoi |
            |---|---|---|---|---|---|---|---|
            """;

    private static final String NUMBERS = """

            ## Their INS, as each service writes it · Leur INS, tel que l'écrit chaque service

            In its test environments the DMP wants one OID of their own for all, where INSi, even its test environment, gives that of the
            NIR or NIA: a software that copies INSi's into a VIHF is refused by the DMP ([sources](sources.md)). · Dans ses
            environnements de test, le DMP veut pour tous un OID qui leur est propre, là où INSi, même en test, donne celui du NIR
            ou du NIA : un logiciel qui recopie dans un VIHF celui d'INSi est refusé par le DMP.

            | name · nom court | INSi: NumIdentifiant, Cle, OID | DMP, test | DMP, production |
            |---|---|---|---|
            """;

    private static final String FORMER = """

            Former ones, in INSHISTO · Anciens, dans INSHISTO :

            | name · nom court | NumIdentifiant, Cle, OID | DateDeb | DateFin |
            |---|---|---|---|
            """;

    private static final String STATES = """

            ## What the services say of them · Ce qu'en disent les services

            ON's dialect, the way in which TD0.2 says that a DMP is closed, and that DMP and ON know a current INS only, are this
            simulator's choices. · Le dialecte d'ON, la façon dont TD0.2 dit qu'un DMP est fermé, et que DMP et ON ne connaissent
            que l'INS actif, sont des choix de ce simulateur.

            | name · nom court | INSi, by traits · par traits | DMP | ON |
            |---|---|---|---|
            """;

    private static final String WHY = """

            ## Why they cannot be real · Pourquoi ils ne peuvent être vrais

            Each key is right: 97 − n mod 97, on two digits, with 2A as 19 and 2B as 18. No one was born where these are: the
            département 99 and the commune 999 do not exist together, nor does a commune 999 of 2A or 2B (INSEE's geographical code;
            inferred). Month 20 stands for one that is not known. · Chaque clé est juste : 97 − n mod 97, sur deux chiffres, avec 2A
            = 19 et 2B = 18. Nul n'est né où ils le sont : le département 99 et la commune 999 n'existent pas ensemble, ni une
            commune 999 de 2A ou 2B (code officiel géographique ; déduit). Le mois 20 tient lieu de celui qu'on ignore.
            """;

    private static final Text PLAIN =
            Text.of("Celle des exemples : en règle partout.", "That of the examples: in order everywhere.");

    private PatientsPage() {}

    static String render() {
        StringBuilder page = new StringBuilder(HEAD);
        everybody().forEach(patient -> page.append(who(patient)));
        page.append(NUMBERS);
        everybody().forEach(patient -> page.append(numbers(patient)));
        page.append(FORMER);
        everybody()
                .flatMap(patient -> patient.former().stream()
                        .map(former -> line(
                                code(patient.alias()),
                                insi(former.ins()),
                                former.from().toString(),
                                former.until().toString())))
                .forEach(page::append);
        page.append(STATES);
        everybody().forEach(patient -> page.append(states(patient)));
        return page.append(WHY).toString();
    }

    private static Stream<FictivePatient> everybody() {
        return Stream.concat(FictivePatient.ALL.stream(), Stream.of(FictivePatient.UNKNOWN));
    }

    private static String who(FictivePatient patient) {
        Traits traits = patient.traits();
        Text use = patient.deviance().map(PatientDeviance::text).orElse(PLAIN);
        return line(
                code(patient.alias()),
                traits.birthName().orElseThrow(),
                String.join(" ", traits.firstNames()),
                traits.sex().orElseThrow(),
                traits.birthDate().orElseThrow(),
                traits.birthPlace().orElseThrow(),
                use.en(),
                use.fr());
    }

    private static String numbers(FictivePatient patient) {
        return line(
                code(patient.alias()),
                insi(patient.forInsi()),
                code(patient.forDmp(Environment.TEST).hl7()),
                code(patient.forDmp(Environment.PRODUCTION).hl7()));
    }

    private static String insi(Ins ins) {
        return code(ins.value().substring(0, 13)) + " " + code(ins.value().substring(13)) + " " + code(ins.oid());
    }

    private static String states(FictivePatient patient) {
        return line(
                code(patient.alias()),
                search(patient),
                dmp(patient.dmp()),
                patient.prescriptions().isEmpty()
                        ? "–"
                        : patient.prescriptions().stream()
                                .map(known -> code(known.number()) + " " + known.status() + " (" + known.on() + ")")
                                .collect(Collectors.joining(", ")));
    }

    private static String search(FictivePatient patient) {
        if (patient.has(PatientDeviance.INSI_FAULT)) {
            return "`insi_102`";
        }
        return switch (FictivePatient.found(patient.traits()).size()) {
            case 0 -> "`insi_102` (test), CR 01";
            case 1 -> "CR 00";
            default -> "CR 02";
        };
    }

    private static String dmp(DmpState state) {
        return switch (state) {
            case OPEN -> "open · ouvert";
            case CLOSED -> "closed · fermé";
            case NONE -> "none · aucun";
        };
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}

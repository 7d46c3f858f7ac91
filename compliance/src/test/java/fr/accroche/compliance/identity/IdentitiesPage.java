package fr.accroche.compliance.identity;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders {@code docs/identities.md}. */
final class IdentitiesPage {

    private static final String HEAD = """
            # Test identities · Identités de test

            Generated from the code; a test fails when it is stale. Nobody below exists. PSC, the simulated LPS, the DMP, INSi and ON
            know the same people: profession, activity and structure of a VIHF or of an Assurance Maladie assertion are those that
            userinfo gives. `./accroche test --professional NAME` puts one of them before the LPS, `NAME:2` in their second
            activity. Their [patients](patients.md) have a page of their own. · Page produite à partir du code ; un test échoue quand
            elle n'est plus à jour. Personne de ce qui suit n'existe. PSC, le LPS simulé, le DMP, INSi et ON connaissent les mêmes personnes : profession, activité et structure
            d'un VIHF ou d'une assertion de l'Assurance Maladie sont celles que donne userinfo. `./accroche test --professional
            NOM` en met une devant le LPS, `NOM:2` dans sa deuxième activité. Leurs [patients](patients.md) ont leur page.

            """;

    private static final String WHY = """
            ## Why they cannot be real · Pourquoi elles ne peuvent être vraies

            Each number has a right key (Luhn), so that software which checks it takes it; each is of a series that the register
            concerned does not give ([sources](sources.md)). · Chaque numéro a une clé juste (Luhn), pour qu'un logiciel qui la
            contrôle l'accepte ; chacun est d'une série que le répertoire concerné n'attribue pas.

            | | series · série | why · pourquoi |
            |---|---|---|
            | RPPS | 99900000… | Numbers of the register seen in public begin with 1, those of public test cards and of the PSC sandbox with 99 (inferred from them). · Les numéros du répertoire vus en public commencent par 1, ceux des cartes de test et du bac à sable PSC par 99 (déduit). |
            | cabinet RPPS | RPPS 99900000… + rang | Made of such an RPPS. · Fait d'un tel RPPS. |
            | FINESS | 99… | The first two digits are a département; there is no 99 (INSEE's geographical code; inferred). · Les deux premiers chiffres sont un département ; il n'y a pas de 99 (code officiel géographique ; déduit). |
            | SIREN, SIRET | 000000000… | The SIREN of public test certificates (SIRET 00000000077081 and others); that INSEE never gave it is inferred. · Le SIREN des certificats de test publics ; que l'INSEE ne l'a jamais attribué est déduit. |
            | billing number · numéro de facturation | 99… | Begins with the département too, for who bills in his own name. · Commence aussi par le département. |
            | phone · téléphone | 01 99 00, 06 39 98 | Kept for works of fiction by Arcep, decision 2018-0881, annex 1, 2.5.12. · Réservés aux œuvres audiovisuelles par l'Arcep. |
            | e-mail | `.invalid` | RFC 2606 §2. |
            | address · adresse | 99000, commune 99999 | No such département. · Pas de tel département. |

            """;

    private IdentitiesPage() {}

    static String render() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("## People · Personnes\n\n");
        page.append("| name · nom court | idNatPS | person · personne | as · en tant que | what for | pour quoi |\n"
                + "|---|---|---|---|---|---|\n");
        people(person -> person.deviance().isEmpty()).forEach(person -> page.append(row(person)));
        page.append("\n## Deviants · Cas déviants\n\n");
        page.append(
                "| name · nom court | idNatPS | person · personne | as · en tant que | what comes of it | ce qui arrive |\n"
                        + "|---|---|---|---|---|---|\n");
        people(person -> person.deviance().isPresent()).forEach(person -> page.append(row(person)));
        page.append("| – | `" + Professionals.UNKNOWN
                + "` | – | – | Well formed, with a right key, and known to nobody: PSC"
                + " refuses (unknown_user_id). | Bien formé, de clé juste, et inconnu de tous : PSC refuse"
                + " (unknown_user_id). |\n");
        page.append(
                "\nWhat the real PSC answers for an e-CPS that is revoked or was never activated is not public: the answers above are"
                        + " choices. ·\nCe que répond le vrai PSC pour une e-CPS révoquée ou jamais activée n'est pas public : les réponses"
                        + " ci-dessus sont des choix.\n");
        page.append("\n## Activities · Activités\n\n");
        page.append(
                "| name · nom court | profession | structure | mode | sector · secteur | section, role · section, rôle |"
                        + " billing · facturation |\n|---|---|---|---|---|---|---|\n");
        people(person -> true).flatMap(IdentitiesPage::activities).forEach(page::append);
        page.append("\n## Structures\n\n");
        page.append("| name · nom | idNatStruct | PSC id | FINESS | FINESS EJ | SIRET |\n|---|---|---|---|---|---|\n");
        Structures.all()
                .forEach(structure -> page.append(line(
                        structure.name(),
                        code(structure.idNatStruct().value()),
                        code(structure.technicalId()),
                        structure.finess(),
                        structure.legalFiness(),
                        structure.siret())));
        return page.append("\n").append(WHY.stripTrailing()).append("\n").toString();
    }

    private static Stream<Professional> people(Predicate<Professional> which) {
        return Professionals.known().stream().filter(which);
    }

    private static String row(Professional person) {
        return line(
                code(person.alias()),
                code(person.nationalId()),
                person.displayName(),
                person.professionTitle(),
                person.use().en(),
                person.use().fr());
    }

    private static Stream<String> activities(Professional person) {
        return person.practices().stream()
                .flatMap(practice -> practice.situations().stream()
                        .map(situation -> line(
                                code(person.alias()),
                                profession(practice),
                                situation.structure().name(),
                                situation.mode(),
                                named(situation.sector()),
                                Stream.of(situation.section(), situation.role())
                                        .map(IdentitiesPage::named)
                                        .filter(text -> !text.isEmpty())
                                        .collect(Collectors.joining(", ")),
                                situation.billing())));
    }

    private static String profession(Practice practice) {
        return Stream.of(named(practice.profession()), practice.inTraining() ? "E" : "", named(practice.skill()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String named(Coded concept) {
        return concept.code().isEmpty() ? "" : concept.code() + " " + concept.title();
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String line(String... cells) {
        return List.of(cells).stream()
                .map(cell -> cell.isEmpty() ? "–" : cell)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}

package fr.accroche.certs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code docs/path-validation.md}: how many chains, and where the three do not say the same. */
final class PathPage {
    private static final List<PathDifference> DIFFERENCES = PathDifference.all();

    private PathPage() {}

    static String render() {
        return head()
                + families()
                + Arrays.stream(PathArgument.values()).map(PathPage::section).collect(Collectors.joining());
    }

    private static String head() {
        return """
                # Path validation · Validation des chemins

                Generated from the tests; one fails when it is stale. The judge of `certs`, the JDK (`CertPathBuilder`, 17 and 25) and
                `openssl verify -auth_level 2 -purpose sslclient` (3.0) are asked of %1$d generated chains, at the same instant and with
                the same trusted root, whether a client of TLS may show them. Compared is the path and the use: of the judge's
                defects, the shape of the subject, the syntax of the OU and host names in an ORG certificate do not count, since they
                are the profile's. They say the same of %2$d; the %3$d others are listed with the reason to leave it so. ·
                Page produite à partir des tests ; l'un d'eux échoue quand elle n'est plus à jour. Le juge de `certs`, le JDK
                (`CertPathBuilder`, 17 et 25) et `openssl verify -auth_level 2 -purpose sslclient` (3.0) disent de %1$d chaînes
                engendrées, au même instant et avec la même racine de confiance, si un client TLS peut les présenter. Le chemin et
                l'usage sont comparés : parmi les défauts du juge, la forme du sujet, la syntaxe de l'OU et les noms d'hôte dans un
                certificat ORG ne comptent pas, car ils tiennent au profil. Ils disent la même chose de %2$d ; les %3$d autres sont
                listées avec la raison d'en rester là.

                Chains bear the names that the tests give them. "depends" means: on how the machine is set up. · Les chaînes portent le
                nom que les tests leur donnent. « selon » veut dire : la configuration de la machine.

                """.formatted(PathCorpus.ALL.size(), PathCorpus.ALL.size() - DIFFERENCES.size(), DIFFERENCES.size());
    }

    private static String families() {
        Map<String, List<PathCase>> families = PathCorpus.ALL.stream()
                .collect(Collectors.groupingBy(PathCase::family, LinkedHashMap::new, Collectors.toList()));
        String rows = families.entrySet().stream()
                .map(family -> row(family.getKey(), family.getValue()))
                .collect(Collectors.joining());
        return """
                | family · famille | chains · chaînes | accepted by the judge · acceptées par le juge | refused · refusées | \
                argued differences · différences argumentées |
                |---|---|---|---|---|
                %s%s""".formatted(rows, row("all · toutes", PathCorpus.ALL));
    }

    private static String row(String name, List<PathCase> chains) {
        long sound = chains.stream().filter(PathCase::sound).count();
        List<String> titles = chains.stream().map(PathCase::title).toList();
        long argued = DIFFERENCES.stream()
                .filter(difference -> titles.contains(difference.title()))
                .count();
        return "| %s | %d | %d | %d | %d |\n".formatted(name, chains.size(), sound, chains.size() - sound, argued);
    }

    private static String section(PathArgument argument) {
        String rows = DIFFERENCES.stream()
                .filter(difference -> difference.argument() == argument)
                .map(PathPage::row)
                .collect(Collectors.joining());
        return """

                ## `%s`

                %s

                %s

                | chain · chaîne | judge · juge | JDK | OpenSSL |
                |---|---|---|---|
                %s""".formatted(argument, argument.why().en(), argument.why().fr(), rows);
    }

    private static String row(PathDifference difference) {
        return "| " + difference.title() + " | " + word(difference.judge()) + " | " + word(difference.jdk()) + " | "
                + word(difference.openssl()) + " |\n";
    }

    private static String word(PathDifference.Answer answer) {
        return switch (answer) {
            case YES -> "yes · oui";
            case NO -> "no · non";
            case EITHER -> "depends · selon";
        };
    }
}

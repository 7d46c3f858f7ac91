package fr.accroche.scenarios.evidence;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.pmt.PmtFile;
import fr.accroche.scenarios.report.Run;

/** What an archive says of itself, in both languages: it may be opened by someone who has never heard of accroche. */
final class EvidenceReadme {

    private static final String PAGE = """
            # accroche — répétition locale · local rehearsal

            **Ni décision, ni avis, ni document de l'ANS ou du CNDA. · No decision, opinion or document of ANS or CNDA.**

            Solution: %1$s · run of · passage du %2$s · verdict: %3$s · %4$s · PMT: %5$s · %6$s

            ## Ce que c'est

            Ce qu'accroche a vu d'un passage, sur la machine de qui l'a fait, entre des serveurs simulés et ceux que « Vos maillons »
            nomme ; ce que ses règles en disent ; la déclaration d'où vient ce qui était attendu. Tout y est rejugé par la version que
            dit `versions.json`.

            ## Ce que ce n'est pas

            Ni une preuve de ce que répondent les vrais services, ni la preuve de qui a fait ce dossier : les empreintes disent que les
            fichiers vont ensemble, elles ne signent rien. Les numéros de test y sont simulés, et n'ont été attribués par personne.

            ## What it is

            What accroche saw of one run, on the machine of whoever made it, between simulated servers and those that "Your own links"
            names; what its rules say of it; and the declaration that says what was expected. All of it is judged again by the version
            that `versions.json` tells.

            ## What it is not

            No proof of what the real services answer, nor of who made this archive: the digests say that the files belong together,
            they sign nothing. Test numbers in it are simulated, and were attributed by nobody.

            ## Fichiers · Files

            | | |
            |---|---|
            | `declaration.yaml` | la déclaration, sans commentaires ; secrets retirés, numéros masqués ; chaque valeur à sa ligne · the declaration, without comments; secrets gone, numbers masked; each value on its line |
            | `verdict.html`, `verdict.txt`, `verdict.json` | ce que disent les règles, et tous les appels ; `verdict.json` se rejoue avec la déclaration d'origine (`accroche replay verdict.json -c accroche.yaml`) · what the rules say, and every call; `verdict.json` can be replayed with the original declaration |
            | `journal.ndjson` | les mêmes appels, un par ligne, masqués à l'écriture · the same calls, one on each line, redacted when noted |
            | `pmt.html`, `pmt.txt`, `pmt.json` | la page PMT · the PMT page |
            | `versions.json` | accroche, les règles, Java, et les empreintes de l'enregistrement et de la déclaration d'origine · accroche, the rules, Java, and the digests of the original recording and declaration |
            | `SHA256SUMS` | `sha256sum -c SHA256SUMS`, ou · or `accroche report evidence --check FILE.zip` |
            """;

    private EvidenceReadme() {}

    static String of(Run run, PmtFile page) {
        return PAGE.formatted(
                Observed.plain(run.declaration().title()),
                run.at(),
                run.verdict().outcome().title().in(Language.FR),
                run.verdict().outcome().title().in(Language.EN),
                page.state().title().in(Language.FR),
                page.state().title().in(Language.EN));
    }
}

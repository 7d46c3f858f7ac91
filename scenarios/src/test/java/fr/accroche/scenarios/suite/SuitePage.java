package fr.accroche.scenarios.suite;

import fr.accroche.compliance.rule.Level;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.suite.CaseSheet;
import fr.accroche.scenarios.suite.BrokenProxies.Broken;
import java.util.stream.Collectors;

/** {@code docs/proxy-suite.md}: every case, and the proxies that it was proved on. */
final class SuitePage {

    private SuitePage() {}

    static String render() {
        StringBuilder page = new StringBuilder("""
                # Conformity suite of a Proxy e-Santé · Suite de conformité d'un Proxy e-Santé

                Generated from the code; a test fails when it is stale. `./accroche test --suite proxy` plays these cases, one after the other,
                against the proxy of the declaration: the simulated one, or the vendor's own (`participants.proxy`). The simulators around it
                judge everything: what an LPS sees of the proxy, and what PSC, the authorization servers, the API Credential and the
                téléservices saw. · Page produite à partir du code ; un test échoue quand elle n'est plus à jour. `./accroche test --suite
                proxy` joue ces cas, l'un après l'autre, contre le proxy de la déclaration : le simulé, ou celui de l'éditeur
                (`participants.proxy`). Les simulateurs autour de lui jugent tout : ce qu'un LPS voit du proxy, et ce qu'ont vu PSC, les
                serveurs d'autorisation, l'API Credential et les téléservices.

                - `--case ID,ID`: these alone; `--list-cases`; `./accroche explain ID`. · ceux-là seulement ; `--list-cases` ; `./accroche explain ID`.
                - `-o text`, `json`, `junit`, each `:FILE` if wanted. · `:FICHIER` au besoin.
                - Exit: 0 conforming (warnings are), 1 a case failed, 3 your proxy cannot be reached, 4 something could not be judged. ·
                  Code de sortie : 0 conforme (avertissements compris), 1 un cas a échoué, 3 votre proxy ne peut être atteint, 4 quelque
                  chose n'a pas pu être jugé.
                - Written from the contract of the ANS demonstrator and from standards, as each case says. There is no official suite:
                  the choice of cases, and what only warns, are ours. · Écrits d'après le contrat du démonstrateur de l'ANS et des
                  normes, comme le dit chaque cas. Il n'existe pas de suite officielle : le choix des cas, et ce qui n'est
                  qu'avertissement, sont les nôtres.
                - *not applicable*: the declaration has it so (one client_id, LPS that prove nothing, a métier proxy, which writes the business
                  request itself). *not testable here*: it takes the proxy's clock, or more `--patience`. *not judged*: what the case starts
                  from failed; another case says why. · *sans objet* : la déclaration le veut (un seul client_id, des LPS qui ne prouvent
                  rien, un proxy métier, qui écrit lui-même la requête). *non vérifiable ici* : il y faut l'horloge du proxy, ou plus de
                  `--patience`. *non jugé* : ce dont part le cas a échoué ; un autre cas dit pourquoi.
                - A simulated proxy goes by the chain's clock, which stands still: nothing is waited for. One of the vendor's is polled and
                  waited for in real time, a minute or two in all. · Un proxy simulé suit l'horloge de la chaîne, arrêtée : rien n'est
                  attendu. Celui d'un éditeur interroge et attend en temps réel, une ou deux minutes en tout.
                - Professionals are the test people `refuse` and `silencieux` too ([identities](identities.md)): what the declaration says
                  of `eCps` is set aside. · Les professionnels sont aussi `refuse` et `silencieux` ([identités](identities.md)) : ce que la
                  déclaration dit de `eCps` est laissé de côté.

                """);
        ProxyCases.ALL.forEach(each -> page.append(section(each)));
        page.append("""
                ## Proxies broken on purpose · Proxys altérés à dessein

                A test plays the suite on each of these, the simulated proxy with one defect: exactly these cases do not pass, beside
                `traces-are-not-for-everyone`, which the contract itself breaks. `ANS_DEMONSTRATOR` has every known defect of the ANS
                demonstrator at once. · Un test joue la suite sur chacun de ces proxys, le simulé avec un défaut : exactement ces cas ne
                passent pas, outre `traces-are-not-for-everyone`, que le contrat lui-même enfreint. `ANS_DEMONSTRATOR` a tous les défauts
                connus du démonstrateur ANS à la fois.

                | defect · défaut | cases that do not pass · cas qui ne passent pas |
                |---|---|
                """);
        BrokenProxies.all().forEach(broken -> page.append(line(broken)));
        return page.toString();
    }

    private static String section(ProxyCase each) {
        String rules = new CaseSheet(each).rules();
        return "## " + each.id() + "\n\n" + both(each.title()) + "\n\n"
                + "- " + level(each) + (rules.isEmpty() ? "" : " · " + rules) + " · "
                + each.citation().line().en() + "\n"
                + item("done", "fait", each.done())
                + item("expected", "attendu", each.expected())
                + (each.why().en().isEmpty() ? "" : item("why", "pourquoi", each.why()))
                + item("remedy", "remède", each.remedy()) + "\n";
    }

    private static String level(ProxyCase each) {
        return each.level() == Level.VIOLATION ? "violation" : "warning · avertissement";
    }

    private static String item(String en, String fr, Text text) {
        return "- *" + en + " · " + fr + "* — " + both(text) + "\n";
    }

    private static String both(Text text) {
        return text.en().equals(text.fr()) ? text.en() : text.in(Language.EN) + " · " + text.in(Language.FR);
    }

    private static String line(Broken broken) {
        return "| `" + broken.name() + "` | "
                + broken.failing().stream().map(id -> "`" + id + "`").collect(Collectors.joining(" ")) + " |\n";
    }
}

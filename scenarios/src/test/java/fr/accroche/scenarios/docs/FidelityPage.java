package fr.accroche.scenarios.docs;

import fr.accroche.authserver.apipsc.ApiPscFidelity;
import fr.accroche.authserver.psc.PscFidelity;
import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Fidelity;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import fr.accroche.credential.CredentialFidelity;
import fr.accroche.proxy.ProxyFidelity;
import fr.accroche.proxy.metier.MetierFidelity;
import fr.accroche.scenarios.igc.IgcFidelity;
import fr.accroche.scenarios.pmt.PmtFidelity;
import fr.accroche.scenarios.suite.SuiteFidelity;
import fr.accroche.teleservice.ApiPscFrontFidelity;
import fr.accroche.teleservice.ConformityFidelity;
import fr.accroche.teleservice.DmpFidelity;
import fr.accroche.teleservice.InsiFidelity;
import fr.accroche.teleservice.OnFidelity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code docs/fidelity.md}: how near each message and each check is to the real thing. */
final class FidelityPage {

    static final List<FidelityCard> CARDS = List.of(
            PscFidelity.CARD,
            ApiPscFidelity.CARD,
            CredentialFidelity.CARD,
            ApiPscFrontFidelity.CARD,
            DmpFidelity.CARD,
            InsiFidelity.CARD,
            OnFidelity.CARD,
            ConformityFidelity.CARD,
            ProxyFidelity.CARD,
            MetierFidelity.CARD,
            SuiteFidelity.CARD,
            IgcFidelity.CARD,
            PmtFidelity.CARD);

    private FidelityPage() {}

    static String render() {
        StringBuilder page = new StringBuilder("""
                # Fidelity · Fidélité

                How near each message and each check is to the real thing. Generated from the code, where each simulator says it beside
                what it serves, and each rule on its card; a test fails when it is stale. Every finding carries the word of its rule, in
                every report. · À quelle distance du vrai est chaque message, et chaque contrôle. Page produite à partir du code, où chaque
                simulateur le dit à côté de ce qu'il sert, et chaque règle sur sa fiche ; un test échoue quand elle n'est plus à jour.
                Chaque constat porte le mot de sa règle, dans tous les rapports.

                | word · mot | what it promises | ce qu'il promet |
                |---|---|---|
                """);
        for (Fidelity word : Fidelity.values()) {
            page.append(row(
                    "**" + both(word.title()) + "**",
                    word.promise().en(),
                    word.promise().fr()));
        }
        page.append("""

                A message has several lines where its parts differ. What is unknown is a [setting](settings.md), or says so. · Un message a
                plusieurs lignes quand ses parties diffèrent. Ce qui est inconnu est un [réglage](settings.md), ou le dit.

                ## Messages · Messages
                """);
        CARDS.forEach(card -> page.append(section(card)));
        page.append("""

                ## Checks · Contrôles

                The word is about the check, not about the requirement: whether the real chain is known to look at it so. · Le mot porte sur
                le contrôle, non sur l'exigence : sait-on que la vraie chaîne y regarde ainsi ?

                | rule · règle | | why · pourquoi | source |
                |---|---|---|---|
                """);
        RuleBook.CARDS.forEach(card -> page.append(row(rule(card))));
        return page.toString().replace("\r\n", "\n");
    }

    private static String section(FidelityCard card) {
        StringBuilder section = new StringBuilder("\n### " + both(card.title()) + "\n\n")
                .append("| message | what · quoi | | source |\n|---|---|---|---|\n");
        for (FidelityCard.Line line : card.lines()) {
            Likeness likeness = line.likeness();
            String served = line.served().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
            section.append(row(
                    served.isEmpty() ? "all · tous" : served,
                    both(likeness.detail()),
                    both(likeness.fidelity().title()),
                    source(likeness.basis())));
        }
        return section.toString();
    }

    private static String[] rule(RuleCard card) {
        String id = card.id().value();
        return new String[] {
            "[" + id + "](rules.md#" + id.toLowerCase(Locale.ROOT) + ") " + both(card.title()),
            both(card.likeness().fidelity().title()),
            both(card.likeness().detail()),
            source(card.likeness().basis())
        };
    }

    private static String source(Basis basis) {
        String line = basis.line(FidelityPage::link);
        return line.isEmpty() ? "–" : line;
    }

    private static String link(PublicSource source) {
        String anchor = source.heading().toLowerCase(Locale.ROOT).replace(' ', '-');
        return "[" + source.heading() + "](sources.md#" + anchor + ")";
    }

    private static String both(Text text) {
        return text.en().equals(text.fr()) ? text.en() : text.en() + " · " + text.fr();
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}

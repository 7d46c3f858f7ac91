package fr.accroche.scenarios.cli;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.scenarios.watch.Watch;

/**
 * What a watch says, a line each.
 *
 * @param console where
 */
record WatchLines(Console console) implements Watch.Telling {

    private static final Text BREACH = Text.of(
            "{0} {1} — {2}, {3} : attendu {4}, observé {5} [{6}]",
            "{0} {1} — {2}, {3}: expected {4}, observed {5} [{6}]");

    @Override
    public void turn(Text text) {
        console.out().println("→ " + Observed.plain(text.in(console.language())));
    }

    @Override
    public void breach(RuleResult rule, Finding finding) {
        Text line = BREACH.with(
                finding.rule().value(),
                finding.status().title(),
                finding.stage().title(),
                finding.server(),
                finding.expected().shown(),
                finding.observed().shown(),
                finding.observed().where());
        console.out().println(console.paint().bad("! " + Observed.plain(line.in(console.language()))));
    }
}

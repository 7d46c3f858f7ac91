package fr.accroche.scenarios.suite;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Level;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One case of the suite: an independent session, or a short sequence of calls.
 *
 * @param id its stable name
 * @param level how bad it is to fail it
 * @param title what is required
 * @param done what the suite does
 * @param expected what must come of it
 * @param why what goes wrong otherwise; of a warning, also why it is no violation
 * @param citation where it comes from
 * @param rules the rules that it is about: one found broken in its exchange fails the case
 * @param remedy what to change
 * @param owner who can
 * @param script what plays it
 */
public record ProxyCase(
        String id,
        Level level,
        Text title,
        Text done,
        Text expected,
        Text why,
        Citation citation,
        Set<RuleId> rules,
        Text remedy,
        Owner owner,
        Script script) {

    private static final Text NOT_SAID = Text.verbatim("");

    private static final Text ASKED = Text.of(
            "demandé par cette source ; que l'agence l'essaie n'est pas public",
            "asked for by this source; that the agency tests it is not public");

    private static final Text DEMONSTRATOR = Text.of(
            "démonstrateur ANS du Proxy e-Santé (docs/sources.md)", "ANS demonstrator of a proxy (docs/sources.md)");

    /** Plays a case: calls the proxy, and checks what came of it. */
    @FunctionalInterface
    interface Script {
        void play(Scene scene) throws IOException;
    }

    public ProxyCase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(done, "done");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(citation, "citation");
        rules = Set.copyOf(rules);
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(script, "script");
    }

    /** What is done, what must come of it, and what to change where it does not. */
    record Story(Text done, Text expected, Text remedy) {}

    static ProxyCase violation(String id, Text title, Story story, Citation citation, Script script) {
        return of(id, Level.VIOLATION, title, story, citation, script);
    }

    static ProxyCase warning(String id, Text title, Story story, Citation citation, Script script) {
        return of(id, Level.WARNING, title, story, citation, script);
    }

    private static ProxyCase of(String id, Level level, Text title, Story story, Citation citation, Script script) {
        return new ProxyCase(
                id,
                level,
                title,
                story.done(),
                story.expected(),
                NOT_SAID,
                citation,
                Set.of(),
                story.remedy(),
                Owner.EDITEUR_PROXY,
                script);
    }

    /** With the reason for its level, or what goes wrong otherwise. */
    ProxyCase because(Text reason) {
        return new ProxyCase(id, level, title, done, expected, reason, citation, rules, remedy, owner, script);
    }

    /** With the rules that it is about. */
    ProxyCase about(String... ids) {
        Set<RuleId> about = new TreeSet<>(Stream.of(ids).map(RuleId::of).toList());
        return new ProxyCase(id, level, title, done, expected, why, citation, about, remedy, owner, script);
    }

    /** How near the requirement is to the real thing: as near as its source. */
    public Likeness likeness() {
        Basis basis = citation.document().equals(DEMONSTRATOR) ? Basis.of(PublicSource.ANS_PROXY) : citation.basis();
        return citation.isStandard() ? Likeness.standard(ASKED, basis) : Likeness.exact(ASKED, basis);
    }

    /** The contract of the ANS demonstrator. */
    static Citation contract(String place) {
        return new Citation(DEMONSTRATOR, place, "");
    }
}

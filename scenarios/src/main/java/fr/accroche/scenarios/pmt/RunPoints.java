package fr.accroche.scenarios.pmt;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.scenarios.replay.Recording;
import fr.accroche.scenarios.report.OwnLinks;
import fr.accroche.scenarios.report.Run;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a run can show anything of the solution at all. */
final class RunPoints {

    private static final int DIGITS_SHOWN = 12;

    /** The links of the chain that a vendor of software makes; the others are national services. */
    private static final Set<String> OF_THE_SOLUTION = Set.of("lps", "proxy");

    private static final Text TITLE = Text.of("Le passage", "The run");
    private static final Text DECLARATION =
            Text.of("Le passage est celui de cette déclaration", "The run is of this declaration");
    private static final Text SAME = Text.of("{0}, SHA-256 {1}…", "{0}, SHA-256 {1}…");
    private static final Text OTHER = Text.of(
            "le passage est d'une autre : {0}, SHA-256 {1}… ; cette déclaration : {2}…",
            "the run is of another: {0}, SHA-256 {1}…; this declaration: {2}…");
    private static final Text UNKNOWN = Text.of(
            "un enregistrement de ce genre ne dit pas de quelle déclaration il est",
            "a recording of that kind does not say which declaration it is of");
    private static final Text NO_FAULT = Text.of("Rien n'y est cassé exprès", "Nothing is broken on purpose in it");
    private static final Text FAULT = Text.of("cassé exprès : {0}", "broken on purpose: {0}");
    private static final Text ON_DEMAND = Text.of("pannes sur demande jouées : {0}", "faults on demand played: {0}");
    private static final Text NONE = Text.of("ni défaut volontaire, ni panne sur demande", "no fault, none on demand");
    private static final Text OWN =
            Text.of("Votre LPS ou votre proxy est dans la chaîne", "Your own LPS or your own proxy is in the chain");
    private static final Text ALL_SIMULATED = Text.of(
            "tout y est simulé, LPS et proxy compris : ce passage répète le parcours, et ne montre rien de vos logiciels (docs/external.md)",
            "everything is simulated, LPS and proxy included: this run rehearses the path, and shows nothing of your software (docs/external.md)");
    private static final Text SILENT = Text.of("rien n'en est venu : {0}", "nothing came of it: {0}");

    private static final Text VERDICT = Text.of("Le passage entier est conforme", "The whole run is conforming");
    private static final Text FAILED = Text.of("{0} : {1}", "{0}: {1}");

    private RunPoints() {}

    static PmtPart part(Recording recording, Declaration declared, Run run) {
        return new PmtPart(
                "run",
                Optional.empty(),
                Optional.empty(),
                TITLE,
                PmtFidelity.RUN,
                List.of(
                        declaration(recording, declared),
                        fault(recording, run),
                        own(run.own()),
                        verdict(run.verdict())));
    }

    private static PmtPoint declaration(Recording recording, Declaration declared) {
        String digest = declared.lines().sha256();
        Optional<Recording.Origin> origin = recording.origin();
        boolean same = origin.filter(one -> one.sha256().equals(digest)).isPresent();
        Text evidence = same
                ? SAME.with(declared.lines().file(), start(digest))
                : origin.map(one -> OTHER.with(one.declaration(), start(one.sha256()), start(digest)))
                        .orElse(UNKNOWN);
        return point(
                "declaration", DECLARATION, same, evidence, declared.lines().file());
    }

    /** As the recording tells, faults that this version does not know too. */
    private static PmtPoint fault(Recording recording, Run run) {
        String faults = String.join(
                ", ", recording.origin().map(Recording.Origin::faults).orElse(List.of()));
        long played = run.verdict().exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .filter(hop -> hop.stage() == Stage.FAULT_ON_DEMAND)
                .count();
        Text evidence = !faults.isEmpty() ? FAULT.with(faults) : played > 0 ? ON_DEMAND.with(played) : NONE;
        return point("sound", NO_FAULT, faults.isEmpty() && played == 0, evidence, "—");
    }

    private static PmtPoint own(OwnLinks own) {
        List<OwnLinks.Link> links = own.links().stream()
                .filter(link -> OF_THE_SOLUTION.contains(link.name()))
                .toList();
        String names = links.stream().map(OwnLinks.Link::name).collect(Collectors.joining(", "));
        String places = links.stream().map(OwnLinks.Link::place).distinct().collect(Collectors.joining(", "));
        Text evidence = own.silence()
                .map(silence -> SILENT.with(silence.text()))
                .orElse(links.isEmpty() ? ALL_SIMULATED : Text.verbatim(names));
        return point("own", OWN, !links.isEmpty() && own.silence().isEmpty(), evidence, links.isEmpty() ? "—" : places);
    }

    /** Of all that was seen, calls of clients that nobody declared too. */
    private static PmtPoint verdict(Verdict verdict) {
        PmtState state = switch (verdict.outcome()) {
            case CONFORME -> PmtState.GREEN;
            case NON_CONFORME -> PmtState.RED;
            case INDETERMINE -> PmtState.NOT_SHOWN;
        };
        String failed = verdict.with(Status.FAIL).stream().map(RuleId::value).collect(Collectors.joining(" "));
        Text title = verdict.outcome().title();
        return new PmtPoint(
                "verdict",
                VERDICT,
                state,
                failed.isEmpty() ? title : FAILED.with(title, failed),
                Text.verbatim("—"),
                Owner.EDITEUR_LPS.title());
    }

    private static String start(String digest) {
        return digest.substring(0, Math.min(DIGITS_SHOWN, digest.length()));
    }

    private static PmtPoint point(String key, Text what, boolean shown, Text evidence, String where) {
        return new PmtPoint(
                key,
                what,
                shown ? PmtState.GREEN : PmtState.NOT_SHOWN,
                evidence,
                Text.verbatim(where),
                Owner.EDITEUR_LPS.title());
    }
}

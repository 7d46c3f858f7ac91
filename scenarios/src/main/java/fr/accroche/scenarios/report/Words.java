package fr.accroche.scenarios.report;

import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import java.time.Duration;
import java.util.Locale;

/** The fixed words of the reports; public are those that more than one package says. */
public final class Words {

    public static final Text REHEARSAL = Text.of(
            "répétition locale : ni décision, ni avis de l'ANS ou du CNDA",
            "a local rehearsal: no decision or opinion of ANS or CNDA");
    public static final Text DECLARATION = Text.of("déclaration", "declaration");
    public static final Text REPLAYED =
            Text.of("rejoué depuis {0}, enregistré le {1}", "replayed from {0}, recorded at {1}");
    public static final Text FAULT = Text.of("défaut volontaire", "fault on purpose");
    public static final Text OWN_LINKS =
            Text.of("Vos maillons (le reste est simulé)", "Your own links (the rest is simulated)");
    public static final Text SESSION = Text.verbatim("Session");
    public static final Text UNKNOWN_CLIENT = Text.of("(client inconnu)", "(unknown client)");
    public static final Text IDENTITIES = Text.of("Identités", "Identities");
    public static final Text EXPECTED = Text.of("attendu", "expected");
    public static final Text OBSERVED = Text.of("observé", "observed");
    public static final Text NOT_SEEN = Text.of("non atteint", "not reached");
    public static final Text RULES = Text.of("Règles", "Rules");
    public static final Text BROKEN = Text.of("Ce qui ne va pas", "What is wrong");
    public static final Text SOURCE = Text.verbatim("source");
    public static final Text FIDELITY = Text.of("fidélité", "fidelity");
    public static final Text REMEDY = Text.of("remède", "remedy");
    public static final Text OWNER = Text.of("par", "by");
    public static final Text ANOTHER_PLACE = Text.of("{0} et un autre endroit", "{0} and one other place");
    public static final Text OTHER_PLACES = Text.of("{0} et {1} autres endroits", "{0} and {1} other places");
    public static final Text VERDICT = Text.verbatim("Verdict");
    public static final Text COUNTS = Text.of("{0} règles : ", "{0} rules: ");
    public static final Text INCONCLUSIVE = Text.of(
            "Aucune règle n'est enfreinte, mais la chaîne n'a pas été parcourue jusqu'au bout : voir ce qui n'est pas « ✓ » ci-dessus.",
            "No rule is broken, but the chain was not gone through to its end: see above what has no '✓'.");

    public static final Text REFUSALS = Text.of(
            "Qui aurait refusé, du premier au dernier (les appels ont continué)",
            "Who would have refused, first to last (the calls went on)");
    public static final Text EXPLAIN = Text.of(
            "Un refus a arrêté la chaîne : --enforcement explain montre aussi ce qui vient après.",
            "A refusal stopped the chain: --enforcement explain shows what comes after it, too.");

    public static final Text ON_DEMAND = Text.of(
            "Pannes sur demande jouées : {0} ; ce qui en découle n'est pas le fait de la solution.",
            "Faults on demand played: {0}; what came of them is not the solution's doing.");

    private Words() {}

    /** How many architectures came to it; the noun is feminine in French. */
    static Text counted(Outcome outcome, int architectures) {
        String fr = switch (outcome) {
            case CONFORME -> architectures < 2 ? "conforme" : "conformes";
            case NON_CONFORME -> architectures < 2 ? "non conforme" : "non conformes";
            case INDETERMINE -> architectures < 2 ? "indéterminée" : "indéterminées";
        };
        return Text.of(
                architectures + " " + fr, architectures + " " + outcome.title().en());
    }

    public static Text sessions(long sessions) {
        return Text.of(
                sessions + (sessions < 2 ? " session" : " sessions"),
                sessions + (sessions == 1 ? " session" : " sessions"));
    }

    /** The end of a line: how long it took. */
    public static String seconds(Duration took) {
        return String.format(Locale.ROOT, " — %.1f s", took.toMillis() / 1000.0);
    }
}

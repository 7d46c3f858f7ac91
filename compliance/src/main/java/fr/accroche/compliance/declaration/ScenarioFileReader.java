package fr.accroche.compliance.declaration;

import fr.accroche.compliance.catalogue.Catalogue;
import fr.accroche.compliance.declaration.WrittenScenario.Expectation;
import fr.accroche.compliance.declaration.WrittenScenario.Named;
import fr.accroche.compliance.declaration.WrittenScenario.OnDemand;
import fr.accroche.compliance.declaration.WrittenScenario.WrittenFault;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a file of scenarios, with the same limits to a stranger's file as a declaration has. */
public final class ScenarioFileReader {

    private static final Text UNKNOWN_FAULT = Text.of(
            "« {0} » n'est pas un défaut connu ; voir accroche test --list-faults",
            "'{0}' is no known fault; see accroche test --list-faults");
    private static final Text NEARLY = Text.of(
            "« {0} » n'est pas un défaut connu ; vouliez-vous « {1} » ?",
            "'{0}' is no known fault; did you mean '{1}'?");
    private static final Text UNKNOWN_RULE = Text.of(
            "« {0} » n'est pas une règle qu'un essai vérifie ; voir accroche explain",
            "'{0}' is no rule that a run checks; see accroche explain");
    private static final Text TWICE = Text.of("« {0} » est déjà pris dans ce fichier", "'{0}' is taken in this file");
    private static final Text BOTH =
            Text.of("« {0} » et « {1} » ne vont pas ensemble", "'{0}' and '{1}' do not go together");
    private static final Text RULE_TWICE = Text.of("« {0} » est déjà attendu ici", "'{0}' is expected here already");
    private static final Text TIMES = Text.of("de 1 à 1000", "from 1 to 1000");

    private final ScenarioVocabulary words;
    private final Set<String> rules = new TreeSet<>();
    private final Set<String> ids = new HashSet<>();

    private ScenarioFileReader(ScenarioVocabulary words) {
        this.words = words;
        Catalogue.ALL.forEach(rule -> rules.add(rule.card().id().value()));
    }

    /**
     * Reads a file that must be right.
     *
     * @param file its name, for errors
     * @param utf8 its content
     * @param words what can be broken on purpose
     * @throws DeclarationException with every problem found, each with its line
     */
    public static ScenarioFile read(String file, byte[] utf8, ScenarioVocabulary words) throws DeclarationException {
        Report report = new Report(file, LocalDate.EPOCH);
        Yaml yaml = YamlParser.parse(file, utf8);
        ScenarioSchema.SHAPE.check("", yaml, report);
        ScenarioFileReader reader = new ScenarioFileReader(words);
        List<WrittenScenario> scenarios = new Cursor(report, "", yaml)
                .items("scenarios").stream()
                        .map(reader::scenario)
                        .flatMap(Optional::stream)
                        .toList();
        if (!report.problems().isEmpty()) {
            throw new DeclarationException(report.problems());
        }
        return new ScenarioFile(scenarios, new SourceLines(file, report.lines));
    }

    private Optional<WrittenScenario> scenario(Cursor cursor) {
        Optional<String> id = cursor.member("id").flatMap(Cursor::text);
        id.filter(name -> !ids.add(name))
                .ifPresent(name -> cursor.member("id").ifPresent(at -> at.wrong(TWICE.with(name))));
        Optional<Text> title = cursor.member("title").flatMap(ScenarioFileReader::title);
        Optional<Expectation> expectation = cursor.member("expect").flatMap(this::expectation);
        Optional<String> declaration = cursor.member("declaration").flatMap(Cursor::text);
        Optional<ShippedDeclaration> architecture = cursor.member("architecture")
                .flatMap(c -> c.choice(ShippedDeclaration.values(), ShippedDeclaration::id));
        if (declaration.isPresent() && architecture.isPresent()) {
            cursor.wrong(BOTH.with("architecture", "declaration"));
        }
        List<ScenarioStep> steps =
                cursor.member("steps").map(ScenarioStepsReader::read).orElse(List.of());
        List<WrittenFault> faults = cursor.items("faults").stream()
                .map(this::fault)
                .flatMap(Optional::stream)
                .toList();
        if (id.isEmpty() || title.isEmpty() || expectation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WrittenScenario(
                cursor.path(),
                id.get(),
                title.get(),
                words(cursor, "tags"),
                architecture,
                declaration,
                overrides(cursor),
                List.copyOf(words(cursor, "clientIds")),
                cursor.member("professional").flatMap(Cursor::text),
                faults,
                steps,
                expectation.get()));
    }

    private static Set<String> words(Cursor cursor, String key) {
        Set<String> words = new LinkedHashSet<>();
        cursor.items(key).forEach(item -> item.text().ifPresent(words::add));
        return words;
    }

    private static Optional<Text> title(Cursor cursor) {
        if (!cursor.isBlock()) {
            return cursor.text().map(Text::verbatim);
        }
        Optional<String> fr = cursor.member("fr").flatMap(Cursor::text);
        Optional<String> en = cursor.member("en").flatMap(Cursor::text);
        return fr.flatMap(french -> en.map(english -> Text.of(french, english)));
    }

    /** What is wrong with them is told here, in the file that has them; merged into a declaration they are read once more. */
    private static Overrides overrides(Cursor cursor) {
        cursor.member("settings").ifPresent(SettingsReader::read);
        cursor.member("participants").ifPresent(ParticipantsReader::read);
        Map<String, Yaml> blocks = new LinkedHashMap<>();
        for (String key : List.of("settings", "participants")) {
            cursor.member(key).filter(Cursor::isBlock).ifPresent(block -> blocks.put(key, block.value()));
        }
        return new Overrides(blocks, cursor.member("enforcement").flatMap(c -> c.choice(Settings.Enforcement.class)));
    }

    private Optional<WrittenFault> fault(Cursor cursor) {
        return cursor.isBlock() ? onDemand(cursor) : named(cursor);
    }

    private Optional<WrittenFault> named(Cursor cursor) {
        Optional<String> id = cursor.text();
        id.filter(name -> !words.faults().contains(name)).ifPresent(name -> cursor.wrong(unknown(name)));
        return id.map(name -> new Named(cursor.path(), name));
    }

    private Text unknown(String fault) {
        return new Words(words.faults())
                .closeTo(fault)
                .map(close -> NEARLY.with(fault, close))
                .orElseGet(() -> UNKNOWN_FAULT.with(fault));
    }

    private Optional<WrittenFault> onDemand(Cursor cursor) {
        Optional<String> at = cursor.member("at").flatMap(Cursor::text).filter(words.endpoints()::containsKey);
        Optional<String> endpoint = at.flatMap(server -> cursor.member("endpoint")
                .flatMap(c -> c.reference(words.endpoints().get(server))));
        Optional<String> act = cursor.member("do").flatMap(Cursor::text);
        if (endpoint.isEmpty() || act.isEmpty()) {
            return Optional.empty();
        }
        OnDemand fault = new OnDemand(
                cursor.path(),
                at.get(),
                endpoint.get(),
                act.get(),
                cursor.member("times").flatMap(ScenarioFileReader::times).orElse(1),
                cursor.member("clientId").flatMap(Cursor::text));
        words.objection(fault).ifPresent(why -> cursor.member("do").ifPresent(c -> c.wrong(why)));
        return Optional.of(fault);
    }

    private static Optional<Integer> times(Cursor cursor) {
        Optional<Integer> times =
                cursor.text().filter(text -> text.matches("[0-9]{1,4}")).map(Integer::valueOf);
        times.filter(number -> number < 1 || number > 1000).ifPresent(number -> cursor.wrong(TIMES));
        return times.filter(number -> number >= 1 && number <= 1000);
    }

    private Optional<Expectation> expectation(Cursor cursor) {
        Optional<Outcome> outcome =
                cursor.member("outcome").flatMap(c -> c.choice(Outcome.values(), ScenarioFileReader::word));
        Set<RuleId> taken = new HashSet<>();
        Set<RuleId> broken = rules(cursor, "broken", taken);
        Set<RuleId> warned = rules(cursor, "warned", taken);
        Set<RuleId> unreached = rules(cursor, "unreached", taken);
        return outcome.map(verdict -> new Expectation(verdict, broken, warned, unreached));
    }

    /** How a file, a report and a person write a verdict where they write one word for both languages. */
    public static String word(Outcome outcome) {
        return switch (outcome) {
            case CONFORME -> "conforming";
            case NON_CONFORME -> "non-conforming";
            case INDETERMINE -> "inconclusive";
        };
    }

    /** No rule comes to two things at once. */
    private Set<RuleId> rules(Cursor cursor, String key, Set<RuleId> taken) {
        Set<RuleId> found = new HashSet<>();
        for (Cursor item : cursor.items(key)) {
            item.text().filter(RuleId::isWritten).ifPresent(rule -> {
                if (!rules.contains(rule)) {
                    item.wrong(UNKNOWN_RULE.with(rule));
                } else if (!taken.add(RuleId.of(rule))) {
                    item.wrong(RULE_TWICE.with(rule));
                } else {
                    found.add(RuleId.of(rule));
                }
            });
        }
        return found;
    }
}

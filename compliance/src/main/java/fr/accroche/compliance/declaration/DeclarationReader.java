package fr.accroche.compliance.declaration;

import fr.accroche.compliance.exchange.Sha256;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code accroche.yaml} into a {@link Declaration} whose references are whole. */
public final class DeclarationReader {

    private static final Text PING = Text.of(
            "« ping » demande le réglage settings.psc.ping: true", "'ping' needs the setting settings.psc.ping: true");

    private final Report report;
    private final String sha256;

    private DeclarationReader(Report report, String sha256) {
        this.report = report;
        this.sha256 = sha256;
    }

    /**
     * Reads a declaration that must be right.
     *
     * @param file its name, for errors and findings
     * @param utf8 its content
     * @param today what {@code D-33} counts from
     * @throws DeclarationException with every problem found, each with its line
     */
    public static Declaration read(String file, byte[] utf8, LocalDate today) throws DeclarationException {
        return readAll(file, utf8, today).orRefuse();
    }

    /** The same, of which a scenario says something otherwise. */
    public static Declaration read(String file, byte[] utf8, LocalDate today, Overrides overrides)
            throws DeclarationException {
        Declaration declaration = readAll(file, utf8, today, overrides).orRefuse();
        Settings settings = declaration.settings();
        return overrides
                .enforcement()
                .map(asked -> declaration.withSettings(settings.with(asked)))
                .orElse(declaration);
    }

    /** Reads as much of a declaration as can be read, with every problem found. */
    public static Reading readAll(String file, byte[] utf8, LocalDate today) {
        return readAll(file, utf8, today, Overrides.NONE);
    }

    private static Reading readAll(String file, byte[] utf8, LocalDate today, Overrides overrides) {
        Report report = new Report(file, today);
        try {
            Yaml yaml = overrides.on(YamlParser.parse(file, utf8));
            DeclarationSchema.SHAPE.check("", yaml, report);
            String sha256 = overrides.changesDeclaration() ? "" : Sha256.hex(utf8);
            Declaration declaration = new DeclarationReader(report, sha256).declaration(new Cursor(report, "", yaml));
            boolean whole = !report.incomplete && !declaration.solutions().isEmpty();
            return new Reading(report.problems(), whole ? Optional.of(declaration) : Optional.empty());
        } catch (DeclarationException noYaml) {
            return new Reading(noYaml.problems(), Optional.empty());
        }
    }

    private Declaration declaration(Cursor root) {
        Couloir couloir =
                root.member("couloir").flatMap(c -> c.choice(Couloir.class)).orElse(Couloir.VILLE);
        Environment environment = root.member("environment")
                .flatMap(c -> c.choice(Environment.class))
                .orElse(Environment.TEST);
        Map<String, Cursor> actorEntries = members(root, "actors");
        Map<String, Cursor> componentEntries = members(root, "components");
        Map<String, Actor> actors = new LinkedHashMap<>();
        actorEntries.forEach((key, actor) -> actors.put(key, actor(key, actor, componentEntries.keySet())));
        Map<String, Component> components = new ComponentReader(actors.keySet(), componentEntries).readAll();
        List<Solution> solutions = new SolutionReader(
                        actors.keySet(), Component.keys(components.values(), ComposantPrincipal.class))
                .readAll(root);
        List<Operation> operations = new OperationReader(actors.keySet(), components).readAll(root);
        Settings settings = root.member("settings").map(SettingsReader::read).orElse(Settings.DEFAULT);
        if (!settings.psc().ping()) {
            root.items("operations").forEach(DeclarationReader::notPinged);
        }
        List<Waiver> waivers = root.items("waivers").stream()
                .flatMap(item -> waiver(item).stream())
                .toList();
        return new Declaration(
                couloir,
                environment,
                solutions,
                actors,
                components,
                operations,
                settings,
                root.member("participants").map(ParticipantsReader::read).orElse(Participants.SIMULATED),
                waivers,
                new SourceLines(report.file, report.lines, sha256));
    }

    private static Map<String, Cursor> members(Cursor root, String key) {
        return root.member(key).map(Cursor::members).orElse(Map.of());
    }

    private static Actor actor(String key, Cursor cursor, Set<String> components) {
        return new Actor(
                key,
                cursor.member("name").flatMap(Cursor::text).orElse(""),
                cursor.member("type").flatMap(c -> c.choice(Actor.Kind.class)).orElse(Actor.Kind.EDITEUR),
                cursor.member("nie").flatMap(c -> c.text(Nie::new)),
                cursor.member("idNatStruct")
                        .flatMap(c -> c.text(IdNatStruct::new))
                        .orElse(new IdNatStruct("300000000000000")),
                cursor.member("department").flatMap(Cursor::text).orElse(Actor.DEFAULT_DEPARTMENT),
                new HabilitationReader(Set.of(Profil.OSU, Profil.OSP), "component", components).readAll(cursor));
    }

    /** What a client registered must be offered. */
    private static void notPinged(Cursor operation) {
        operation
                .member("psc")
                .flatMap(psc -> psc.member("delivery"))
                .filter(delivery -> delivery.choice(PscRegistration.Delivery.class)
                        .filter(PscRegistration.Delivery.PING::equals)
                        .isPresent())
                .ifPresent(delivery -> delivery.wrong(PING));
    }

    private static Optional<Waiver> waiver(Cursor item) {
        Optional<String> rule = item.member("rule").flatMap(DeclarationReader::rule);
        Optional<String> about = item.member("about").flatMap(Cursor::text);
        Optional<String> justification = item.member("justification").flatMap(Cursor::text);
        Optional<LocalDate> until = item.member("until").flatMap(Cursor::date);
        if (rule.isEmpty() || justification.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Waiver(item.path(), rule.get(), about, justification.get(), until.get()));
    }

    private static Optional<String> rule(Cursor id) {
        return id.text().filter(text -> {
            boolean written = RuleId.isWritten(text);
            if (!written) {
                id.wrong(Text.of(
                                "« {0} » n'est pas l'identifiant d'une règle, comme HAB-01",
                                "'{0}' is no id of a rule, like HAB-01")
                        .with(text));
            }
            return written;
        });
    }
}

package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.Cursor.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code accroche.yaml} into a {@link Declaration} whose references are whole. */
public final class DeclarationReader {

    private static final List<Profil> OPERATOR_PROFILES = List.of(Profil.OSU, Profil.OSP);

    private final Report report;

    private DeclarationReader(Report report) {
        this.report = report;
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

    /** Reads as much of a declaration as can be read, with every problem found. */
    public static Reading readAll(String file, byte[] utf8, LocalDate today) {
        Report report = new Report(file, today);
        try {
            Cursor root = new Cursor(report, "", YamlParser.parse(file, utf8));
            Declaration declaration = new DeclarationReader(report).declaration(root);
            boolean whole = !report.incomplete && !declaration.solutions().isEmpty();
            return new Reading(report.problems, whole ? Optional.of(declaration) : Optional.empty());
        } catch (DeclarationException noYaml) {
            return new Reading(noYaml.problems(), Optional.empty());
        }
    }

    private Declaration declaration(Cursor root) {
        root.required("version").ifPresent(version -> version.choice(List.of(1), String::valueOf));
        Couloir couloir =
                root.required("couloir").flatMap(c -> c.choice(Couloir.class)).orElse(Couloir.VILLE);
        Environment environment = root.optional("environment")
                .flatMap(c -> c.choice(Environment.class))
                .orElse(Environment.TEST);
        Map<String, Cursor> actorEntries = members(root, "actors");
        Map<String, Cursor> componentEntries = members(root, "components");
        Map<String, Actor> actors = new LinkedHashMap<>();
        actorEntries.forEach((key, actor) -> actors.put(key, actor(key, actor, componentEntries.keySet())));
        Map<String, Component> components = new ComponentReader(actors.keySet(), componentEntries).readAll();
        List<Solution> solutions = new SolutionReader(actors.keySet(), components).readAll(root);
        List<Operation> operations = new ArrayList<>();
        OperationReader operationReader = new OperationReader(actors.keySet(), components);
        root.required("operations").ifPresent(c -> operations.addAll(operationReader.readAll(c)));
        Settings settings =
                root.optional("settings").map(DeclarationReader::settings).orElse(Settings.DEFAULT);
        root.optional("participants").ifPresent(DeclarationReader::participants);
        List<Waiver> waivers = root.optional("waivers").map(Cursor::items).orElse(List.of()).stream()
                .flatMap(item -> waiver(item).stream())
                .toList();
        root.refuseUnknownKeys();
        return new Declaration(
                couloir,
                environment,
                solutions,
                actors,
                components,
                operations,
                settings,
                waivers,
                new SourceLines(report.file, report.lines));
    }

    private static Map<String, Cursor> members(Cursor root, String key) {
        return root.required(key).map(Cursor::members).orElse(Map.of());
    }

    private static Actor actor(String key, Cursor cursor, Set<String> components) {
        Actor actor = new Actor(
                key,
                cursor.required("name").flatMap(Cursor::text).orElse(""),
                cursor.optional("type").flatMap(c -> c.choice(Actor.Kind.class)).orElse(Actor.Kind.EDITEUR),
                cursor.optional("nie").flatMap(c -> c.text(Nie::new)),
                cursor.required("idNatStruct")
                        .flatMap(c -> c.text(IdNatStruct::new))
                        .orElse(new IdNatStruct("300000000000000")),
                cursor.optional("department").flatMap(Cursor::text).orElse(Actor.DEFAULT_DEPARTMENT),
                new HabilitationReader(OPERATOR_PROFILES, "component", components).readAll(cursor));
        cursor.refuseUnknownKeys();
        return actor;
    }

    private static Settings settings(Cursor cursor) {
        Settings def = Settings.DEFAULT;
        Settings settings = new Settings(
                cursor.optional("cnf")
                        .flatMap(c -> c.choice(Settings.Cnf.class))
                        .orElse(def.cnf()),
                cursor.optional("securityLevel").flatMap(Cursor::text).orElse(def.securityLevel()),
                cursor.optional("cibaInterval").flatMap(Cursor::duration).orElse(def.cibaInterval()),
                cursor.optional("pscTokenLife").flatMap(Cursor::duration).orElse(def.pscTokenLife()),
                cursor.optional("apiTokenLife").flatMap(Cursor::duration).orElse(def.apiTokenLife()),
                cursor.optional("assertionMaxAge").flatMap(Cursor::duration).orElse(def.assertionMaxAge()),
                cursor.optional("clockSkew").flatMap(Cursor::duration).orElse(def.clockSkew()),
                cursor.optional("tls")
                        .flatMap(c -> c.choice(Settings.Tls.class))
                        .orElse(def.tls()),
                cursor.optional("realistic").flatMap(Cursor::bool).orElse(def.realistic()));
        cursor.refuseUnknownKeys();
        return settings;
    }

    private static void participants(Cursor cursor) {
        for (String name : List.of("lps", "proxy", "psc", "authorizationServer", "credentialApi", "teleservices")) {
            cursor.optional(name).ifPresent(participant -> {
                participant.required("mode").ifPresent(mode -> mode.choice(List.of("simulated"), mode2 -> mode2));
                participant.refuseUnknownKeys();
            });
        }
        cursor.refuseUnknownKeys();
    }

    private static Optional<Waiver> waiver(Cursor item) {
        Optional<String> rule = item.required("rule").flatMap(Cursor::text);
        Optional<String> about = item.optional("about").flatMap(Cursor::text);
        Optional<String> justification = item.required("justification").flatMap(Cursor::text);
        Optional<LocalDate> until = item.required("until").flatMap(Cursor::date);
        item.refuseUnknownKeys();
        if (rule.isEmpty() || justification.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Waiver(item.path(), rule.get(), about, justification.get(), until.get()));
    }
}

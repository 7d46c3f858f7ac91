package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.Cursor.Report;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code accroche.yaml} into a {@link Declaration} whose references are whole. */
public final class DeclarationReader {

    private static final List<Teleservice> DECLARABLE = List.of(Teleservice.DMP, Teleservice.INSI, Teleservice.ON);

    private final Report report;

    private DeclarationReader(Report report) {
        this.report = report;
    }

    /**
     * Reads a declaration.
     *
     * @param file its name, for errors and findings
     * @param utf8 its content
     * @param today what {@code D-33} counts from
     * @throws DeclarationException with every problem found, each with its line
     */
    public static Declaration read(String file, byte[] utf8, LocalDate today) throws DeclarationException {
        Report report = new Report(file, today);
        Cursor root = new Cursor(report, "", YamlParser.parse(file, utf8));
        Declaration declaration = new DeclarationReader(report).declaration(root);
        if (!report.problems.isEmpty()) {
            throw new DeclarationException(report.problems);
        }
        return declaration;
    }

    private Declaration declaration(Cursor root) {
        root.required("version").ifPresent(version -> version.choice(List.of(1), String::valueOf));
        Couloir couloir =
                root.required("couloir").flatMap(c -> c.choice(Couloir.class)).orElse(Couloir.VILLE);
        Environment environment = root.optional("environment")
                .flatMap(c -> c.choice(Environment.class))
                .orElse(Environment.TEST);
        Map<String, Actor> actors = new LinkedHashMap<>();
        root.required("actors").ifPresent(c -> c.members().forEach((key, actor) -> actors.put(key, actor(key, actor))));
        Map<String, Component> components = new LinkedHashMap<>();
        ComponentReader componentReader = new ComponentReader(actors.keySet());
        root.required("components")
                .ifPresent(c -> c.members()
                        .forEach((key, member) -> componentReader
                                .read(key, member)
                                .ifPresent(component -> components.put(key, component))));
        Solution solution =
                root.required("solution").map(c -> solution(c, actors)).orElse(new Solution("", "", List.of()));
        List<Operation> operations = new ArrayList<>();
        OperationReader operationReader = new OperationReader(actors.keySet(), components);
        root.required("operations").ifPresent(c -> operations.addAll(operationReader.readAll(c)));
        Settings settings =
                root.optional("settings").map(DeclarationReader::settings).orElse(Settings.DEFAULT);
        root.optional("participants").ifPresent(DeclarationReader::participants);
        root.refuseUnknownKeys();
        return new Declaration(
                couloir,
                environment,
                solution.name,
                solution.mandataire,
                solution.teleservices,
                actors,
                components,
                operations,
                settings,
                new SourceLines(report.file, report.lines));
    }

    private record Solution(String name, String mandataire, List<Teleservice> teleservices) {}

    private static Solution solution(Cursor cursor, Map<String, Actor> actors) {
        String name = cursor.required("name").flatMap(Cursor::text).orElse("");
        String mandataire = cursor.required("mandataire")
                .flatMap(c -> reference(c, actors.keySet()))
                .orElse("");
        List<Teleservice> services = cursor.required("teleservices").map(Cursor::someItems).orElse(List.of()).stream()
                .flatMap(c -> c.choice(DECLARABLE, Teleservice::label).stream())
                .distinct()
                .toList();
        cursor.refuseUnknownKeys();
        return new Solution(name, mandataire, services);
    }

    private static Actor actor(String key, Cursor cursor) {
        String name = cursor.required("name").flatMap(Cursor::text).orElse("");
        IdNatStruct idNatStruct = cursor.required("idNatStruct")
                .flatMap(c -> c.text(IdNatStruct::new))
                .orElse(new IdNatStruct("300000000000000"));
        String department = cursor.optional("department").flatMap(Cursor::text).orElse(Actor.DEFAULT_DEPARTMENT);
        cursor.refuseUnknownKeys();
        return new Actor(key, name, idNatStruct, department);
    }

    /** A key that must exist among others. */
    static Optional<String> reference(Cursor cursor, Iterable<String> known) {
        Optional<String> name = cursor.text();
        List<String> names = new ArrayList<>();
        known.forEach(names::add);
        if (name.isPresent() && !names.contains(name.get())) {
            cursor.wrong(Text.of("« {0} » n'est pas déclaré ; au choix : {1}", "'{0}' is not declared; one of: {1}")
                    .with(name.get(), String.join(", ", names)));
            return Optional.empty();
        }
        return name;
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

    static Map<Teleservice, NumeroHomologation> homologations(Cursor cursor) {
        Map<Teleservice, NumeroHomologation> numbers = new EnumMap<>(Teleservice.class);
        for (Teleservice service : DECLARABLE) {
            cursor.optional(service.label())
                    .flatMap(c -> c.text(NumeroHomologation::new))
                    .ifPresent(number -> numbers.put(service, number));
        }
        cursor.refuseUnknownKeys();
        return numbers;
    }

    static List<Habilitation> habilitations(Cursor cursor) {
        List<Habilitation> granted = new ArrayList<>();
        for (Cursor item : cursor.items()) {
            Optional<Profil> profile =
                    item.required("profile").flatMap(c -> c.choice(Arrays.asList(Profil.values()), Profil::name));
            Optional<LocalDate> grantedOn = item.required("grantedOn").flatMap(Cursor::date);
            Optional<LocalDate> suspendedOn = item.optional("suspendedOn").flatMap(Cursor::date);
            item.refuseUnknownKeys();
            if (profile.isPresent() && grantedOn.isPresent()) {
                granted.add(new Habilitation(profile.get(), grantedOn.get(), suspendedOn));
            }
        }
        return granted;
    }
}

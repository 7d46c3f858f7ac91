package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.CommercialName;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.InvalidValueException;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.declaration.Validity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which software stands behind each client_id: what a téléservice compares an assertion with (rule IDN-06,
 * docs/sources.md, DMP and INSi samples).
 *
 * @param rows by client_id
 * @param testNumbers by client_id, those that count for any téléservice; none out of a test environment
 */
public record LpsRegister(Map<String, Row> rows, Map<String, DeclaredNumber> testNumbers) {

    public LpsRegister {
        rows = Map.copyOf(rows);
        testNumbers = Map.copyOf(testNumbers);
    }

    /** One without test numbers. */
    public LpsRegister(Map<String, Row> rows) {
        this(rows, Map.of());
    }

    /**
     * The software of one client_id.
     *
     * @param names the commercial names that it may give as LPS_Nom, the usual one first
     * @param namesWhere where the names are declared
     * @param version its LPS_Version
     * @param versionWhere where the version is declared
     * @param numbers its homologation or certification per téléservice
     * @param operator who operates it
     * @param proxyOperator who operates its proxy
     */
    public record Row(
            List<String> names,
            String namesWhere,
            String version,
            String versionWhere,
            Map<Teleservice, DeclaredNumber> numbers,
            DeclaredStructure operator,
            DeclaredStructure proxyOperator) {
        public Row {
            names = List.copyOf(names);
            numbers = Map.copyOf(numbers);
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(proxyOperator, "proxyOperator");
        }

        public Optional<DeclaredNumber> number(Teleservice service) {
            return Optional.ofNullable(numbers.get(service));
        }
    }

    /**
     * A number and where it is declared, for example {@code accroche.yaml:14}.
     *
     * @param value the number
     * @param where its locator
     * @param validity when it counts
     */
    public record DeclaredNumber(NumeroHomologation value, String where, Validity validity) {}

    /**
     * A structure and where it is declared.
     *
     * @param idNatStruct its national identifier
     * @param where its locator
     */
    public record DeclaredStructure(String idNatStruct, String where) {}

    /** The register that a declaration gives. */
    public static LpsRegister from(Declaration declaration) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Operation operation : declaration.operations()) {
            rows.put(operation.clientId().value(), row(declaration, operation));
        }
        return new LpsRegister(
                rows, declaration.environment() == Environment.TEST ? testNumbers(declaration) : Map.of());
    }

    /** Those that the CNDA attributed for its test environments (webinar, "numéro de test"). */
    private static Map<String, DeclaredNumber> testNumbers(Declaration declaration) {
        Map<String, DeclaredNumber> numbers = new LinkedHashMap<>();
        for (Operation operation : declaration.operations()) {
            String line = "operations[" + declaration.operations().indexOf(operation) + "].pmt.testNumber";
            operation
                    .pmt()
                    .ifPresent(pmt -> pmt.testNumber()
                            .flatMap(LpsRegister::number)
                            .ifPresent(number -> numbers.put(
                                    operation.clientId().value(),
                                    new DeclaredNumber(
                                            number, declaration.lines().at(line), pmt.validity()))));
        }
        return numbers;
    }

    /** Empty for a text that can be none: nobody is then let in by it. */
    private static Optional<NumeroHomologation> number(String text) {
        try {
            return Optional.of(new NumeroHomologation(text));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private static Row row(Declaration declaration, Operation operation) {
        LogicielUtilisateur lps = declaration.lps(operation);
        String path = "components." + lps.id();
        Map<Teleservice, DeclaredNumber> numbers = new LinkedHashMap<>();
        lps.homologations()
                .forEach((service, homologation) -> homologation
                        .number()
                        .ifPresent(number -> numbers.put(
                                service,
                                new DeclaredNumber(
                                        number,
                                        declaration.lines().at(path + ".homologations." + service.label()),
                                        homologation.validity()))));
        return new Row(
                lps.commercialNames().stream().map(CommercialName::name).toList(),
                declaration.lines().at(path + ".commercialNames"),
                lps.version(),
                declaration.lines().at(path + ".version"),
                numbers,
                structure(declaration, operation, "operator", declaration.operator(operation)),
                structure(declaration, operation, "proxyOperator", declaration.proxyOperator(operation)));
    }

    private static DeclaredStructure structure(Declaration declaration, Operation operation, String key, Actor actor) {
        return new DeclaredStructure(
                actor.idNatStruct().value(), declaration.lines().at(declaration.path(operation) + "." + key));
    }

    /** The software of a client_id. */
    public Optional<Row> row(String clientId) {
        return Optional.ofNullable(rows.get(clientId));
    }
}

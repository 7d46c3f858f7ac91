package fr.accroche.scenarios.cli;

import fr.accroche.certs.Branch;
import fr.accroche.certs.OrderForm;
import fr.accroche.certs.OrderForm.Offer;
import fr.accroche.certs.OrderForm.Usage;
import fr.accroche.certs.Profile;
import fr.accroche.certs.Profiles;
import fr.accroche.compliance.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The fields of the ordering platform's form. */
final class FormOption {

    private static final Text MISSING = Text.of("il manque : {0}", "missing: {0}");

    @Option(names = "--offer", paramLabel = "org|serv", descriptionKey = "offer")
    private String offer;

    @Option(names = "--structure", paramLabel = "IDNAT", descriptionKey = "structure")
    private String structure;

    @Option(names = "--name", paramLabel = "TEXT", descriptionKey = "structure-name")
    private String name;

    @Option(names = "--department", paramLabel = "TEXT", descriptionKey = "department")
    private String department;

    @Option(names = "--usage", paramLabel = "auth-cli|sign|ssl-serv", descriptionKey = "cert-usage")
    private String usage;

    @Option(names = "--application", paramLabel = "CLIENT_ID|FQDN", descriptionKey = "application")
    private String application;

    @Option(names = "--branch", paramLabel = "test|production", descriptionKey = "branch")
    private String branch;

    boolean given() {
        return branch != null || fields().values().stream().anyMatch(Objects::nonNull);
    }

    OrderForm form(PackingOption packing, Profiles profiles) {
        String missing = fields().entrySet().stream()
                .filter(field -> field.getValue() == null)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw UserException.usage(MISSING.with(missing));
        }
        Offer offered = Choice.of("--offer", offer, Offer.class);
        Usage used = Choice.of("--usage", usage, Usage.class);
        Profile profile = OrderForm.profile(offered, used).orElse(Profile.ORG_AUTH_CLI);
        return new OrderForm(
                offered,
                used,
                branch == null ? Branch.TEST : Choice.of("--branch", branch, Branch.class),
                structure,
                name,
                department,
                application,
                packing.settings(profiles.settings(profile)));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("--offer", offer);
        fields.put("--structure", structure);
        fields.put("--name", name);
        fields.put("--department", department);
        fields.put("--usage", usage);
        fields.put("--application", application);
        return fields;
    }
}

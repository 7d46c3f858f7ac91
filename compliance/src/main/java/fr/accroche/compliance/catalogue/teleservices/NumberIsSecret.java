package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** LPS-09: A homologation number is a secret of its software: no other software uses it, and no URL shows it. */
public final class NumberIsSecret implements Rule {

    private static final RuleCard CARD = RuleCard.warning(
                    "LPS-09",
                    Phase.BUSINESS,
                    Likeness.invented(Text.of(
                            "aucun vrai service n'est connu pour le chercher",
                            "no real service is known to look for it")),
                    Text.of(
                            "Un numéro d'homologation est un secret de son logiciel : aucun autre ne s'en sert, et aucune URL ne le montre.",
                            "A homologation number is a secret of its software: no other software uses it, and no URL shows it."),
                    Citation.standard("RFC 9110 §17.9; docs/sources.md, DMP and INSi samples"),
                    Text.of(
                            "Réserver à chaque logiciel son propre numéro, et ne le mettre que dans le message SOAP : attendu {expected}, trouvé {observed}. Une URL reste dans les journaux.",
                            "Keep to each software its own number, and put it in the SOAP message only: expected {expected}, found {observed}. A URL stays in logs."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Qui lit le numéro dans un journal peut faire passer un autre logiciel pour celui-ci. Si deux logiciels l'emploient, le téléservice ne sait plus auquel imputer un acte.",
                            "Whoever reads the number in a log can pass another software off as this one. If two software use it, the téléservice can no longer tell which one an act is due to."));

    private record Users(Map<String, Set<String>> byNumber) {}

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        Map<String, Set<String>> users = trial.run()
                .gathered(Users.class, run -> usersByNumber(trial, run))
                .byNumber();
        Set<String> numbers = new TreeSet<>(users.keySet());
        declaredNumbers(trial).forEach(numbers::add);
        return Stream.concat(
                        trial.atTeleservices().flatMap(hop -> judgeUse(trial, hop, users).stream()),
                        trial.exchange().hops().stream()
                                .flatMap(hop -> Stream.concat(inQuery(hop, numbers), inPath(hop, numbers))))
                .toList();
    }

    private static Optional<Finding> judgeUse(Trial trial, Hop hop, Map<String, Set<String>> users) {
        return trial.receivedNumber(hop)
                .flatMap(number -> trial.operation(hop).map(operation -> {
                    Observed software = trial.declared(operation, "lps", operation.lps());
                    return CARD.compare(
                            hop, software, new Observed(String.join(", ", users.get(number.value())), number.where()));
                }));
    }

    /** The declared software that sent each number, in the whole run. */
    private static Users usersByNumber(Trial trial, List<Exchange> run) {
        Map<String, Set<String>> users = new HashMap<>();
        for (Exchange exchange : run) {
            exchange.hops().stream()
                    .filter(hop -> hop.stage() == Stage.BUSINESS)
                    .forEach(hop -> trial.receivedNumber(hop)
                            .ifPresent(number -> trial.operation(hop)
                                    .map(Operation::lps)
                                    .ifPresent(
                                            software -> users.computeIfAbsent(number.value(), none -> new TreeSet<>())
                                                    .add(software))));
        }
        return new Users(users);
    }

    private static Stream<String> declaredNumbers(Trial trial) {
        return trial.declaration().operations().stream()
                .map(trial.declaration()::lps)
                .flatMap(software ->
                        Arrays.stream(Teleservice.values()).flatMap(service -> software.number(service).stream()))
                .map(NumeroHomologation::value)
                .map(Fact.LPS_NUMBER::redact);
    }

    private static Stream<Finding> inQuery(Hop hop, Set<String> numbers) {
        return hop.fact(Fact.QUERY_VALUES).stream().flatMap(query -> {
            Set<String> digests = Arrays.stream(query.value().split(" ")).collect(Collectors.toSet());
            return numbers.stream()
                    .filter(number -> digests.contains(number.substring(number.lastIndexOf('#'))))
                    .map(number -> shown(hop, number, query.where()));
        });
    }

    private static Stream<Finding> inPath(Hop hop, Set<String> numbers) {
        return Arrays.stream(hop.call().split("[ /]"))
                .map(Fact.LPS_NUMBER::redact)
                .filter(numbers::contains)
                .map(number -> shown(hop, number, "HTTP/path"));
    }

    private static Finding shown(Hop hop, String number, String where) {
        return CARD.judge(hop, false, new Observed("SOAP", "HTTP/body"), new Observed(number, where));
    }
}

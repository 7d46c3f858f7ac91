package fr.accroche.scenarios.scenario;

import fr.accroche.compliance.declaration.ScenarioVocabulary;
import fr.accroche.compliance.declaration.WrittenScenario.OnDemand;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.ChainPlan.PlannedFault;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.fault.Fault;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.wire.admin.FaultAct;
import fr.accroche.wire.admin.FaultOrder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words of {@code docs/simulators.md}, so that a scenario file is refused before anything starts. A chain says the same of
 * itself at {@code /__accroche/faults}.
 */
public final class OnDemandWords implements ScenarioVocabulary {

    private static final Text NOT_UNDERSTOOD = Text.of(
            "« {0} » n'est pas compris par {1} : {2} (docs/simulators.md)",
            "'{0}' is not understood by {1}: {2} (docs/simulators.md)");

    private static final Set<String> KEYS = Set.of("rotate-keys", "forget-old-keys");
    private static final Set<String> TOKENS = Set.of("expired-token", "unusual-answer");
    private static final Set<String> PSC_TOKENS =
            Set.of("expired-token", "unusual-answer", "slow-down", "no-session-state");

    private static final Map<Participant, Set<String>> ENDPOINTS = endpointsBySimulator();

    private static Map<Participant, Set<String>> endpointsBySimulator() {
        Map<Participant, Set<String>> endpoints = new EnumMap<>(Participant.class);
        endpoints.put(
                Participant.PSC,
                Set.of(
                        "discovery",
                        "authorization",
                        "login",
                        "ciba",
                        "token",
                        "certs",
                        "userinfo",
                        "introspection",
                        "revocation",
                        "resource",
                        "logout"));
        endpoints.put(
                Participant.API_PSC,
                Set.of("exchange", "introspection", "revocation", "discovery", "certs", "resource"));
        endpoints.put(Participant.CREDENTIAL_API, Set.of("credential"));
        endpoints.put(Participant.DMP, Set.of("business"));
        endpoints.put(Participant.INSI, Set.of("business"));
        endpoints.put(Participant.ON, Set.of("business"));
        endpoints.put(Participant.CONFORMITE, Set.of("business"));
        endpoints.put(Participant.PROXY, Set.of("connect", "send", "disconnect"));
        return endpoints;
    }

    @Override
    public Set<String> faults() {
        return Faults.ALL.stream().map(Fault::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Map<String, Set<String>> endpoints() {
        Map<String, Set<String>> byLabel = new LinkedHashMap<>();
        ENDPOINTS.forEach((at, endpoints) -> byLabel.put(at.label(), new TreeSet<>(endpoints)));
        return byLabel;
    }

    @Override
    public Optional<Text> objection(OnDemand fault) {
        try {
            planned(fault);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(NOT_UNDERSTOOD.with(fault.act(), fault.at(), wrong.getMessage()));
        }
    }

    /**
     * What a chain is asked for.
     *
     * @throws IllegalArgumentException if no simulator understands it
     */
    static PlannedFault planned(OnDemand fault) {
        Participant at = Arrays.stream(Participant.values())
                .filter(each -> each.label().equals(fault.at()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("at is " + ENDPOINTS.keySet()));
        Set<String> endpoints = ENDPOINTS.getOrDefault(at, Set.of());
        if (!endpoints.contains(fault.endpoint())) {
            throw new IllegalArgumentException("endpoint is " + new TreeSet<>(endpoints));
        }
        boolean tokens = at == Participant.PSC || at == Participant.API_PSC;
        FaultAct act = FaultAct.parse(fault.act(), tokens ? KEYS : Set.of(), marks(at));
        return new PlannedFault(at, new FaultOrder(fault.endpoint(), act, fault.times(), fault.clientId()));
    }

    private static Set<String> marks(Participant at) {
        return switch (at) {
            case PSC -> PSC_TOKENS;
            case API_PSC -> TOKENS;
            default -> Set.of();
        };
    }
}

package fr.accroche.compliance.verdict;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.declaration.Participants.External;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.text.Text;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps of the chain that nobody records, because the vendor plays the server that would see them: a rule that judges
 * those alone has neither been held nor broken, and does not wait for a chain that stopped too early either.
 */
final class Unrecorded {

    private static final Text YOURS = Text.of(
            "{0} : c'est le vôtre ({1}), rien n'y a été relevé",
            "{0}: it is your own ({1}), nothing was recorded there");

    private static final Text NOTHING_OF_IT = Text.of(
            "l'enregistrement n'a rien de ce que juge cette règle",
            "the recording has nothing of what this rule judges");

    private static final Text PSC = Text.verbatim("Pro Santé Connect");
    private static final Text AUTHORIZATION_SERVER =
            Text.of("serveur d'autorisation de l'API PSC", "authorization server of the API PSC");
    private static final Text CREDENTIAL_API = Text.verbatim("API Credential");
    private static final Text TELESERVICES = Text.verbatim("téléservices");
    private static final Text PROXY = Text.verbatim("Proxy e-Santé");
    private static final Text LPS = Text.verbatim("LPS");

    private static final Set<Stage> OF_PSC = EnumSet.of(
            Stage.PSC_DISCOVERY,
            Stage.PSC_CIBA,
            Stage.PSC_PING,
            Stage.PSC_AUTHORIZATION,
            Stage.PSC_LOGIN,
            Stage.PSC_TOKEN,
            Stage.PSC_JWKS,
            Stage.PSC_INTROSPECTION,
            Stage.PSC_REVOCATION,
            Stage.PSC_USERINFO,
            Stage.PSC_LOGOUT);
    private static final Set<Stage> OF_AUTHORIZATION_SERVER = EnumSet.of(
            Stage.EXCHANGE,
            Stage.API_INTROSPECTION,
            Stage.API_DISCOVERY,
            Stage.API_JWKS,
            Stage.API_REVOCATION,
            Stage.API_LOGOUT);
    private static final Set<Stage> OF_PROXY =
            EnumSet.of(Stage.PROXY_CONNECT, Stage.PROXY_SEND, Stage.PROXY_DISCONNECT);

    /** What these judge, every server sees in the handshake, and whoever records calls may not. */
    private static final Set<Phase> OF_CERTIFICATES = EnumSet.of(Phase.PKI, Phase.HANDSHAKE);

    private final Declaration declaration;
    private final Map<Stage, Text> reasons = new EnumMap<>(Stage.class);
    private boolean partial;

    private Unrecorded(Declaration declaration) {
        this.declaration = declaration;
    }

    /** What is not recorded of this declaration's chain; nothing where every server is simulated. */
    static Unrecorded of(Declaration declaration) {
        Unrecorded unrecorded = new Unrecorded(declaration);
        Participants participants = declaration.participants();
        participants.lps().ifPresent(each -> unrecorded.add(each, LPS, EnumSet.of(Stage.LPS_SEND)));
        participants.proxy().ifPresent(each -> unrecorded.add(each, PROXY, OF_PROXY));
        participants.psc().ifPresent(each -> unrecorded.add(each, PSC, OF_PSC));
        participants
                .credentialApi()
                .ifPresent(each -> unrecorded.add(each, CREDENTIAL_API, EnumSet.of(Stage.CREDENTIAL)));
        participants
                .authorizationServer()
                .filter(each -> unrecorded.everywhere(each.urls().keySet()))
                .ifPresent(each -> {
                    unrecorded.add(each, AUTHORIZATION_SERVER, OF_AUTHORIZATION_SERVER);
                    unrecorded.add(each, AUTHORIZATION_SERVER, EnumSet.of(Stage.CREDENTIAL));
                });
        participants
                .teleservices()
                .filter(each -> unrecorded.everywhere(each.urls().keySet()))
                .ifPresent(each -> unrecorded.add(each, TELESERVICES, EnumSet.of(Stage.BUSINESS)));
        return unrecorded;
    }

    /** Whether the vendor plays it for each téléservice that is called: of those that are simulated, enough is seen. */
    private boolean everywhere(Set<Teleservice> played) {
        return played.containsAll(called());
    }

    private Set<Teleservice> called() {
        return declaration.teleservices().stream()
                .filter(Teleservice::simulated)
                .collect(Collectors.toSet());
    }

    private void add(External participant, Text who, Set<Stage> stages) {
        Text reason = YOURS.with(who, declaration.lines().at(participant.path()));
        stages.forEach(stage -> reasons.putIfAbsent(stage, reason));
    }

    /** The same, and these, which a recording of somebody else's cannot show. */
    Unrecorded and(Map<Stage, Text> others) {
        others.forEach(reasons::putIfAbsent);
        partial = partial || !others.isEmpty();
        return this;
    }

    /** Whether somebody else recorded, and not all: what nothing speaks against is then not yet conforming. */
    boolean isPartial() {
        return partial;
    }

    boolean has(Stage stage) {
        return reasons.containsKey(stage);
    }

    /** Why a rule cannot be judged; empty where it can, or where what it needs was merely not reached. */
    Optional<Text> reason(Rule rule) {
        Set<Stage> needed = rule.seenAt();
        if (OF_CERTIFICATES.contains(rule.card().phase()) && reasons.containsKey(Stage.HANDSHAKE_FAILED)) {
            return Optional.of(reasons.get(Stage.HANDSHAKE_FAILED));
        }
        if (needed.isEmpty() || !reasons.keySet().containsAll(needed)) {
            return partial ? Optional.of(NOTHING_OF_IT) : Optional.empty();
        }
        List<Text> why = needed.stream().sorted().map(reasons::get).distinct().toList();
        return Optional.of(why.stream().skip(1).reduce(why.get(0), Unrecorded::both));
    }

    private static Text both(Text first, Text second) {
        return Text.of("{0} ; {1}", "{0}; {1}").with(first, second);
    }
}

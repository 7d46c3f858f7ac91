package fr.accroche.scenarios.doctor;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.LpsAuthentication;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.ConnectionFailedException;
import fr.accroche.wire.Response;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A first look at the vendor's proxy, before a session: whether it can be reached, and speaks the contract that is declared.
 * Nothing is opened there: a connection without any field is refused by whoever speaks the ANS contract.
 *
 * @param proxy as declared
 * @param place file and line of its declaration
 * @param proved whether its LPS prove themselves by a secret, without which it may say no more than 401
 */
public record ProxyProbe(Participants.Proxy proxy, String place, boolean proved) {

    private static final int SHOWN = 200;

    private static final Text SUBJECT = Text.of("votre proxy, {0} [{1}]", "your proxy, {0} [{1}]");
    private static final Text ANSWERS = Text.of("répond {0} à GET {1}", "answers {0} to GET {1}");
    private static final Text HANDSHAKE =
            Text.of("la connexion TLS échoue ({1}) : « {0} »", "the TLS handshake fails ({1}): {0}");
    private static final Text OWN_AUTHORITIES = Text.of(
            "attendu un certificat émis par les autorités de {0}",
            "expected a certificate issued by the authorities of {0}");
    private static final Text OUR_AUTHORITIES = Text.of(
            "attendu un certificat de l'IGC-Santé simulée ; participants.proxy.trust en nomme d'autres",
            "expected a certificate of the simulated IGC-Santé; participants.proxy.trust names others");
    private static final Text WANTS = Text.of(
            "demande un certificat client et refuse ce qui lui est présenté : « {0} »",
            "asks for a client certificate and refuses what it is shown: {0}");
    private static final Text DECLARE = Text.of(
            "déclarer operations[].lpsAuthentication: certificate, ou participants.proxy.certificate ; le proxy doit en reconnaître l'autorité",
            "declare operations[].lpsAuthentication: certificate, or participants.proxy.certificate; the proxy must trust its authority");
    private static final Text SPEAKS = Text.of(
            "parle le contrat de l'ANS : 400 à une connexion sans champ",
            "speaks the ANS contract: 400 to a connection without fields");
    private static final Text LPS_FIRST = Text.of(
            "répond 401 à une connexion sans champ : il veut d'abord que le LPS se prouve",
            "answers 401 to a connection without fields: it wants the LPS to prove itself first");
    private static final Text OTHER_CONTRACT = Text.of(
            "POST /connect sans champ : attendu 400 et la liste des champs qui manquent (nationalId, bindingMessage, clientId, channel) ; observé {0}",
            "POST /connect without fields: expected 400 and the list of the missing fields (nationalId, bindingMessage, clientId, channel); observed {0}");
    private static final Text WRITE_TEMPLATE = Text.of(
            "corriger participants.proxy.url ; si ce proxy parle un autre contrat, l'écrire : participants.proxy.template (docs/external.md)",
            "correct participants.proxy.url; where this proxy speaks another contract, write it: participants.proxy.template (docs/external.md)");
    private static final Text NOT_CALLED = Text.of(
            "pas appelé ici : accroche test et up l'appellent d'abord, comme un LPS",
            "not called here: accroche test and up call it first, as an LPS does");
    private static final Text BY_TEMPLATE = Text.of("ses requêtes sont celles de {0}", "its requests are those of {0}");

    /** That of the vendor's proxy, where there is one. */
    public static Optional<ProxyProbe> of(Declaration declaration, Operation operation) {
        return declaration
                .participants()
                .proxy()
                .map(proxy -> new ProxyProbe(
                        proxy,
                        declaration.lines().at(proxy.path()),
                        operation.lpsAuthentication() instanceof LpsAuthentication.Secret));
    }

    /** What is said of it where nothing runs that could call it as an LPS. */
    public Examined notCalled() {
        return Examined.info(SUBJECT.with(proxy.url(), place), NOT_CALLED);
    }

    /**
     * Looks before the first session of a run.
     *
     * @param caller as the LPS of an operation, see {@link fr.accroche.scenarios.chain.LpsAccess#probing}
     * @throws ProbeFailedException where the vendor's proxy cannot play its part
     */
    public static void require(Declaration declaration, Operation operation, Function<Operation, WireClient> caller) {
        look(declaration, operation, caller, ProxyProbe::through);
    }

    /**
     * Looks before a suite, which says itself what the contract is worth: only that somebody answers.
     *
     * @param caller as the LPS of an operation
     * @throws ProbeFailedException where the vendor's proxy cannot be reached
     */
    public static void requireReached(
            Declaration declaration, Operation operation, Function<Operation, WireClient> caller) {
        look(declaration, operation, caller, ProxyProbe::reaching);
    }

    private static void look(
            Declaration declaration,
            Operation operation,
            Function<Operation, WireClient> caller,
            BiFunction<ProxyProbe, WireClient, Checkup> how) {
        of(declaration, operation).ifPresent(probe -> {
            try (WireClient http = caller.apply(operation)) {
                Checkup checkup = how.apply(probe, http);
                if (checkup.failures() > 0) {
                    throw new ProbeFailedException(checkup);
                }
            }
        });
    }

    /** Whether somebody answers, over a connection that both sides take. */
    private Checkup reaching(WireClient http) {
        Text subject = SUBJECT.with(proxy.url(), place);
        try {
            return new Checkup(List.of(alive(subject, http)));
        } catch (ConnectionFailedException failed) {
            return new Checkup(List.of(unreached(subject, failed)));
        }
    }

    private Examined alive(Text subject, WireClient http) throws ConnectionFailedException {
        String path = proxy.template().isPresent() ? "/" : "/check/alive";
        return Examined.ok(
                subject, ANSWERS.with(http.send(ClientRequest.get(under(path))).status(), path));
    }

    /** Each thing that was looked at; the first that fails is the last. */
    public Checkup through(WireClient http) {
        List<Examined> points = new ArrayList<>();
        Text subject = SUBJECT.with(proxy.url(), place);
        try {
            Optional<String> template = proxy.template();
            points.add(alive(subject, http));
            points.add(
                    template.isPresent()
                            ? Examined.info(subject, BY_TEMPLATE.with(template.get()))
                            : contract(
                                    subject,
                                    http.send(ClientRequest.post(under("/connect"), "application/json", "{}"))));
        } catch (ConnectionFailedException failed) {
            points.add(unreached(subject, failed));
        }
        return new Checkup(points);
    }

    private URI under(String path) {
        String base = proxy.url().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private Examined unreached(Text subject, ConnectionFailedException failed) {
        String message = String.valueOf(failed.getMessage());
        if (CallFailure.wantsCertificate(failed)) {
            return Examined.fail(subject, WANTS.with(message), DECLARE);
        }
        Text expected = proxy.files()
                .flatMap(files -> files.trust())
                .map(OWN_AUTHORITIES::with)
                .orElse(OUR_AUTHORITIES);
        return CallFailure.examined(subject, failed, HANDSHAKE.with("{0}", expected));
    }

    private Examined contract(Text subject, Response answer) {
        boolean listed = message(answer)
                .filter(message -> message.contains("nationalId") && message.contains("clientId"))
                .isPresent();
        if (answer.status() == 400 && listed) {
            return Examined.ok(subject, SPEAKS);
        }
        if (answer.status() == 401 && proved) {
            return Examined.info(subject, LPS_FIRST);
        }
        return Examined.fail(subject, OTHER_CONTRACT.with(came(answer)), WRITE_TEMPLATE);
    }

    private static Optional<String> message(Response answer) {
        try {
            return Json.parseObject(answer.body()).text("message");
        } catch (JsonException other) {
            return Optional.empty();
        }
    }

    private static String came(Response answer) {
        String text = answer.text();
        String body = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return (answer.status() + " " + answer.headers().first("Content-Type").orElse("") + " " + body).strip();
    }
}

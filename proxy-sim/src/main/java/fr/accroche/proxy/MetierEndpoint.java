package fr.accroche.proxy;

import fr.accroche.compliance.exchange.Fact;
import fr.accroche.messages.SoapMessage;
import fr.accroche.proxy.metier.AnswerReader;
import fr.accroche.proxy.metier.BusinessAnswer;
import fr.accroche.proxy.metier.BusinessBuilder;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.proxy.metier.MetierLps;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.util.Optional;

/**
 * {@code POST /send/<route>/<operation>}: builds the business request that an LPS asks for in JSON, sends it as passe-plat
 * would, and answers in JSON.
 */
final class MetierEndpoint implements Endpoint {

    private final BusinessOperation operation;
    private final BusinessParts parts;

    MetierEndpoint(BusinessOperation operation, BusinessParts parts) {
        this.operation = operation;
        this.parts = parts;
    }

    @Override
    public Outcome<Response> answer(Call call) {
        call.notes().noteBody(call.request().body());
        BusinessFacts.note(call);
        Outcome<Session> caller = parts.guard().check(call, "No session found.", parts.sessions()::find);
        return parts.addresses()
                .find(operation, call.request())
                .noting(addressed -> BusinessFacts.note(call, addressed.route()))
                .then(addressed -> caller.then(session -> parts.modes()
                        .builds(call, session)
                        .then(lps -> MetierRequest.read(call, operation, session)
                                .then(body -> parts.authorised(call, addressed, session)
                                        .then(authorised ->
                                                send(call, authorised, built(call, session, lps, body)))))));
    }

    /** The number is the LPS's, also where an EAI builds. */
    private SoapMessage built(Call call, Session session, MetierLps lps, JsonObject body) {
        Optional<MetierLps.Eai> eai = Optional.ofNullable(lps.eai().get(operation.route()));
        call.notes().note(Fact.BUILT_BY, eai.map(MetierLps.Eai::name).orElse(ProxySim.PSEUDONYM), "proxy/settings");
        return parts.builder()
                .build(
                        operation,
                        body,
                        new BusinessBuilder.Sender(
                                session.client().clientId(),
                                MetierRequest.professional(session),
                                written(lps),
                                number(lps, eai)));
    }

    private MetierLps written(MetierLps lps) {
        return parts.defects().has(ProxyDefect.WRITES_A_FORMER_VERSION) ? lps.ofVersion("0.9") : lps;
    }

    private Optional<String> number(MetierLps lps, Optional<MetierLps.Eai> eai) {
        ProxyDefects defects = parts.defects();
        if (defects.has(ProxyDefect.WRITES_ITS_OWN_NUMBER)) {
            return defects.ownNumber();
        }
        Optional<String> own = Optional.ofNullable(lps.numbers().get(operation.route()));
        return defects.has(ProxyDefect.SENDS_THE_NUMBER_OF_ITS_EAI)
                ? eai.flatMap(MetierLps.Eai::number).or(() -> own)
                : own;
    }

    private Outcome<Response> send(Call call, Authorised authorised, SoapMessage soap) {
        Addressed addressed = authorised.addressed();
        ClientRequest request = new ClientRequest(
                "POST",
                addressed.uri(),
                RelayedHeaders.ofRequest(
                        Headers.of("Content-Type", soap.contentType()),
                        authorised.bearer().token()),
                soap.bytes());
        Client client = authorised.session().client();
        return parts.breakers()
                .permit(client.clientId(), addressed.route())
                .then(permit -> {
                    BusinessFacts.note(call, authorised.bearer());
                    parts.trace(call, authorised);
                    return client.business().send(request, call.trace(), permit);
                })
                .then(answer -> answered(call, answer));
    }

    private Outcome<Response> answered(Call call, Response answer) {
        BusinessAnswer read = AnswerReader.read(
                operation,
                new SoapMessage(answer.headers().first("Content-Type").orElse(""), answer.body()));
        return read instanceof BusinessAnswer.Served served && answer.status() == 200
                ? Outcome.next(
                        Response.of(200, "application/json", served.body().compact()))
                : Outcome.refused(new MetierProblem(call, operation).of(answer, read));
    }
}

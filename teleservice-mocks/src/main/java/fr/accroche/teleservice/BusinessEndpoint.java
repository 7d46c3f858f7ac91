package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.MessageException;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.teleservice.stub.Caller;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.Response;
import java.util.Optional;

/**
 * One SOAP service: certificate, token, assertion and software are all examined, whatever is found; then the user's stubs
 * answer, or else the built-in answers. Where calls are only to be explained, they answer refused ones too that can be read.
 *
 * @param tokens the guard of the token
 * @param assertions the guard of the assertion
 * @param shapes the guard of what the assertion holds
 * @param software the guard of the software's identity
 * @param replays knows what came before
 * @param faults the dialect
 * @param builtIn the answers
 * @param stubs the user's, which answer in whatever form they were written
 * @param form the form that the service gives to all other answers
 */
record BusinessEndpoint(
        TokenGuard tokens,
        WantedAssertion assertions,
        ShapeGuard shapes,
        LpsGuard software,
        ReplayGuard replays,
        Faults faults,
        BuiltInAnswers builtIn,
        Stubs stubs,
        AnswerForm form)
        implements HopBook.Endpoint {

    @Override
    public Response serve(Call call) {
        CertificateGuard.check(call);
        Optional<ActiveToken> token = tokens.check(call);
        call.noteBody();
        Optional<BusinessRequest> request = read(call);
        request.ifPresent(known -> ActionGuard.check(call, known));
        Optional<ParsedAssertion> assertion = request.flatMap(known -> assertions.check(call, known, token));
        assertion.ifPresent(known -> shapes.check(call, request.orElseThrow(), known));
        LpsIdentity lps = software.check(call, request, assertion, token);
        request.ifPresent(known -> {
            PackageGuard.check(call, known);
            replays.check(call, known, assertion);
            call.noteVariants();
        });
        return call.answer(
                call.refused().map(refused -> form.of(call, request, refused)),
                request.isPresent(),
                () -> answer(
                        call,
                        request.orElseThrow(),
                        CallerFields.of(call, token, assertion, lps, request.orElseThrow())));
    }

    private Response answer(Call call, BusinessRequest request, Caller caller) {
        Optional<Response> prepared = stubs.answer(call.request(), caller);
        if (prepared.isPresent()) {
            return CallerFields.noted(call, prepared.get());
        }
        Response builtIn = form.of(call, Optional.of(request), answer(call, request));
        if (call.refused().isEmpty()) {
            stubs.answered(call.request(), caller, builtIn);
        }
        return builtIn;
    }

    private Optional<BusinessRequest> read(Call call) {
        try {
            BusinessRequest request = BusinessRequest.parse(call.message());
            call.note(Fact.ACTION, request.action().orElse(call.request().toString()), "SOAP/Action");
            return Optional.of(request);
        } catch (MessageException e) {
            call.note(Fact.ACTION, call.request().toString(), "HTTP").note(Fact.ASSERTION_KIND, "none", "SOAP");
            WireError error =
                    faults.of(FaultCause.MALFORMED, "Message SOAP illisible : " + e.getMessage(), Optional.empty());
            call.refuse(assertions
                    .brokenByUnreadable()
                    .map(rule -> unreadable(rule, e, error))
                    .orElseGet(() -> Refusal.ours(Level.SAML, error)));
            return Optional.empty();
        }
    }

    private static Refusal unreadable(RuleId rule, MessageException reason, WireError error) {
        return Refusal.of(
                Level.SAML,
                rule,
                Text.of(
                                "aucune assertion ne peut être lue, la requête n'est pas un message SOAP 1.2 : « {0} »",
                                "no assertion can be read, the request is no SOAP 1.2 message: {0}")
                        .with(reason.getMessage()),
                new Observed("SOAP 1.2", "HTTP/body"),
                new Observed("—", "HTTP/body"),
                error);
    }

    private Response answer(Call call, BusinessRequest request) {
        BuiltInAnswers.Answer answer = builtIn.to(call, request)
                .orElseGet(
                        () -> new BuiltInAnswers.Refused(FaultCause.NOT_SIMULATED, BuiltInAnswers.operation(request)));
        if (answer instanceof BuiltInAnswers.Served served) {
            return served.response();
        }
        WireError error = answer instanceof BuiltInAnswers.Refused refused
                ? faults.of(refused.cause(), refused.reason(), request.messageId())
                : ((BuiltInAnswers.Failed) answer).error();
        call.refuse(Refusal.ours(Level.BUSINESS, error));
        return error.response();
    }
}

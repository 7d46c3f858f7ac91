package fr.accroche.teleservice;

import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.RetrieveRequest;
import fr.accroche.messages.SoapMessage;
import fr.accroche.wire.Response;
import java.util.Optional;

/** The form that a service gives to its SOAP answers. */
@FunctionalInterface
interface AnswerForm {

    /** XML alone. */
    AnswerForm PLAIN = (call, request, answer) -> answer;

    /** XML alone, under a header that says that its dialect is this simulator's. */
    AnswerForm FICTIONAL = (call, request, answer) -> answer.with("X-Accroche-Dialect", "fictional");

    /**
     * The DMP's: TD3.2, and what was asked in MTOM, are answered in MTOM, a fault too (a public client's notes say so of ITI-43;
     * of ITI-41 it is what SOAP libraries do).
     */
    AnswerForm MTOM = (call, request, answer) -> {
        boolean wanted = call.message().packaged()
                || request.flatMap(BusinessRequest::action)
                        .filter(RetrieveRequest.ACTION::equals)
                        .isPresent();
        return wanted && answer.headers().first("Content-Type").equals(Optional.of(SoapMessage.XML))
                ? packaged(answer)
                : answer;
    };

    /**
     * The answer in that form.
     *
     * @param request as far as it could be read
     */
    Response of(Call call, Optional<BusinessRequest> request, Response answer);

    private static Response packaged(Response answer) {
        SoapMessage message = SoapMessage.xml(answer.body()).inPackage();
        return new Response(
                answer.status(), answer.headers().with("Content-Type", message.contentType()), message.bytes());
    }
}

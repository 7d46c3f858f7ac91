package fr.accroche.proxy;

import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.metier.BusinessAnswer;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;

/**
 * A téléservice's refusal as a problem (RFC 9457): 422 where the request is at fault, so that to send it again is no use, 502
 * for the rest; in both, {@code service} has the téléservice's own status, code and words.
 *
 * @param call the LPS's
 * @param operation what it asked for
 */
record MetierProblem(Call call, BusinessOperation operation) {

    private static final int LONGEST_TEXT = 500;

    private static final Text REFUSED = Text.of(
            "le téléservice {0} a refusé la requête : {1} ; son propre journal dit pourquoi",
            "téléservice {0} refused the request: {1}; its own journal says why");
    private static final Text UNREADABLE = Text.of(
            "le téléservice {0} a répondu {1}, sans réponse métier : « {2} »",
            "téléservice {0} answered {1}, with no business answer: {2}");

    Refused of(Response answer, BusinessAnswer read) {
        if (read instanceof BusinessAnswer.Refused refused) {
            Text sentence = REFUSED.with(operation.route(), cut(refused.code()));
            WireError wire = refused.bySender()
                    ? problem(422, "Unprocessable Content", sentence)
                    : problem(502, "Bad Gateway", sentence);
            JsonObject service = service(answer, cut(refused.code()), cut(refused.text()));
            return explained(answer, wire.withMember("service", service), sentence);
        }
        String reason = read instanceof BusinessAnswer.Unreadable unreadable ? unreadable.reason() : "";
        Text sentence = UNREADABLE.with(operation.route(), answer.status(), reason);
        WireError wire = problem(502, "Bad Gateway", sentence).withMember("service", service(answer, "", ""));
        return explained(answer, wire, sentence);
    }

    /** The rules that the téléservice names are the LPS's to read too. */
    private static Refused explained(Response answer, WireError wire, Text sentence) {
        return new Refused(wire, sentence, new Grounds.UpstreamRefused(UpstreamAnswer.rules(answer)));
    }

    private WireError problem(int status, String title, Text sentence) {
        return WireError.problem(status, title, sentence.en(), call.request().path());
    }

    private JsonObject service(Response answer, String code, String text) {
        return JsonObject.EMPTY
                .with("name", operation.route())
                .with("httpStatus", answer.status())
                .with("code", code)
                .with("text", text);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}

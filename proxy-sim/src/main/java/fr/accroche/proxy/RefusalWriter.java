package fr.accroche.proxy;

import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Response;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a refusal: exactly the contract's error, and unless realistic, why: the broken rules in {@code
 * X-Accroche-Diagnosis}, the sentence in {@code Proxy-Status} (RFC 9209).
 *
 * @param realistic whether to leave the explanation out
 */
record RefusalWriter(boolean realistic) {

    private static final int LONGEST_DETAILS = 600;

    Response write(Refused refused) {
        Response response = refused.wire().response();
        if (realistic) {
            return response;
        }
        Response explained = explained(response, refused.wire().type(), refused.sentence());
        List<RuleId> rules = rules(refused.grounds());
        return rules.isEmpty() ? explained : explained.with("X-Accroche-Diagnosis", joined(rules));
    }

    private static List<RuleId> rules(Grounds grounds) {
        if (grounds instanceof Grounds.RuleBroken broken) {
            return List.of(broken.rule());
        }
        return grounds instanceof Grounds.UpstreamRefused upstream ? upstream.rules() : List.of();
    }

    /** An answer with the reason of a failure that did not keep it from being given. */
    Response withFailure(Response response, Refused failure) {
        return realistic ? response : explained(response, failure.wire().type(), failure.sentence());
    }

    private static Response explained(Response response, String type, Text sentence) {
        return response.with(
                "Proxy-Status", ProxySim.PSEUDONYM + "; error=" + type + "; details=" + quoted(sentence.en()));
    }

    /** A String of RFC 9651 §3.3.3: visible ASCII. */
    private static String quoted(String text) {
        String ascii = text.replaceAll("[^\\x20-\\x7e]", "?");
        String cut = ascii.substring(0, Math.min(ascii.length(), LONGEST_DETAILS));
        return '"' + cut.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String joined(List<RuleId> rules) {
        return rules.stream().map(RuleId::value).collect(Collectors.joining(","));
    }
}

package fr.accroche.proxy;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.wire.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a proxy that does not read bodies can tell of a business request. */
final class BusinessFacts {

    private static final Pattern ACTION = Pattern.compile("(?i);\\s*action=\"?([^\";]+)");

    private BusinessFacts() {}

    static void note(Call call, Route route) {
        Optional<String> teleservice = Teleservice.named(route.name()).map(Teleservice::label);
        call.notes().note(Fact.TELESERVICE, teleservice, "path/route");
    }

    static void note(Call call, Authorised.Bearer bearer) {
        call.notes().note(bearer.kind(), bearer.token().value(), "session/token");
    }

    static void note(Call call) {
        Request request = call.request();
        call.notes().noteMediaType(request.headers().first("Content-Type"));
        Optional<String> soap11 = request.headers()
                .first("SOAPAction")
                .map(value -> value.replace("\"", ""))
                .filter(value -> !value.isBlank());
        Optional<String> soap12 = request.headers()
                .first("Content-Type")
                .map(ACTION::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
        if (soap11.isPresent()) {
            call.notes().note(Fact.ACTION, soap11, "header/SOAPAction");
        } else if (soap12.isPresent()) {
            call.notes().note(Fact.ACTION, soap12, "header/Content-Type");
        } else {
            call.notes().note(Fact.ACTION, request.toString(), "HTTP/request-line");
        }
    }
}

package fr.accroche.authserver;

import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One way of client authentication in each request, and one that is offered (RFC 6749 §2.3, §2.3.1). */
final class ClientMethodGuard {

    private ClientMethodGuard() {}

    static void check(Call call, RuleId rule, Optional<BasicCredentials> basic) {
        List<String> methods = new ArrayList<>();
        List<String> places = new ArrayList<>();
        if (basic.isPresent()) {
            methods.add("client_secret_basic");
            places.add("header/Authorization");
        }
        for (String parameter : List.of("client_secret", "client_assertion")) {
            if (call.parameter(parameter).isPresent()) {
                methods.add(parameter.equals("client_secret") ? "client_secret_post" : "private_key_jwt");
                places.add(call.where(parameter));
            }
        }
        if (methods.size() > 1) {
            refuse(
                    call,
                    rule,
                    Text.of(
                            "Le client s'authentifie de deux façons dans le même appel.",
                            "The client authenticates in two ways in one call."),
                    new Observed("one method", "RFC 6749 §2.3"),
                    new Observed(String.join(", ", methods), String.join(", ", places)),
                    OAuthError.invalidRequest("more than one client authentication method"));
        } else if (methods.contains("private_key_jwt")) {
            refuse(
                    call,
                    rule,
                    Text.of(
                            "Le client s'authentifie par un JWT, ce qui n'est pas proposé ici.",
                            "The client authenticates by a JWT, which is not offered here."),
                    new Observed("tls_client_auth", "PSC/metadata"),
                    new Observed("private_key_jwt", places.get(0)),
                    OAuthError.invalidClient("client_assertion is not supported"));
        }
        sameClient(call, rule, basic);
        secretInAddress(call, rule);
    }

    private static void sameClient(Call call, RuleId rule, Optional<BasicCredentials> basic) {
        Optional<String> named = call.parameter("client_id");
        if (basic.isPresent()
                && named.isPresent()
                && !named.get().equals(basic.get().clientId())) {
            refuse(
                    call,
                    rule,
                    Text.of(
                            "L'en-tête Authorization et client_id nomment deux clients.",
                            "The Authorization header and client_id name two clients."),
                    new Observed(Call.clipped(basic.get().clientId()), "header/Authorization"),
                    call.observed("client_id"),
                    OAuthError.invalidRequest("two clients are named"));
        }
    }

    private static void secretInAddress(Call call, RuleId rule) {
        if (call.request().method().equals("POST")
                && query(call)
                        .filter(form -> form.first("client_secret").isPresent())
                        .isPresent()) {
            refuse(
                    call,
                    rule,
                    Text.of(
                            "Le secret du client est dans l'adresse, que les journaux gardent.",
                            "The client's secret is in the address, which logs keep."),
                    new Observed("client_secret in the body or the header", "RFC 6749 §2.3.1"),
                    new Observed("client_secret", "query"),
                    OAuthError.invalidRequest("client_secret must not be in the request URI"));
        }
    }

    private static Optional<Form> query(Call call) {
        try {
            return Optional.of(Form.parse(call.request().query()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void refuse(
            Call call, RuleId rule, Text sentence, Observed expected, Observed observed, OAuthError wire) {
        call.refuse(OAuthRefusal.of(rule, sentence, expected, observed, wire));
    }
}

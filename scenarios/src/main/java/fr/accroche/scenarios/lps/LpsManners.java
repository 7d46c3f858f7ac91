package fr.accroche.scenarios.lps;

import fr.accroche.compliance.declaration.LpsAuthentication;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What an LPS says of itself to a proxy, around the business requests: who it is, who logs in, how it proves itself; with its
 * defects.
 */
record LpsManners(LpsProfile profile) {

    private static final String SOAP = "application/soap+xml; charset=utf-8";

    /** As which client it acts. */
    String clientId() {
        String own = profile.operation().clientId().value();
        return profile.has(LpsDefect.NAMES_ANOTHER_CLIENT)
                ? profile.otherClient().orElse(own)
                : own;
    }

    ProxyContract.Login login() {
        String binding = profile.has(LpsDefect.SENDS_WORDS_AS_BINDING_MESSAGE) ? "bonjour" : "42";
        return new ProxyContract.Login(nationalId(), clientId(), binding, "MOBILE");
    }

    /** One digit more than people have, so that it is nobody's. */
    private String nationalId() {
        String own = profile.person().nameId();
        return profile.has(LpsDefect.MISTYPES_THE_NATIONAL_ID) ? own + "0" : own;
    }

    /** The Content-Type of its SOAP messages. */
    String soap() {
        return profile.has(LpsDefect.NAMES_ANOTHER_ACTION) ? SOAP + "; action=\"urn:autre-operation\"" : SOAP;
    }

    /** The simulated services want none. */
    String query(Teleservice service) {
        return profile.has(LpsDefect.PUTS_ITS_NUMBER_IN_THE_URL)
                ? profile.product()
                        .number(service)
                        .map(number -> "?" + Form.of("lps", number.value()).encoded())
                        .orElse("")
                : "";
    }

    /** By HTTP Basic (RFC 7617) where that is declared, unless the contract says otherwise; a certificate is the connection's. */
    ClientRequest proved(ClientRequest request) {
        if (request.headers().first("Authorization").isEmpty()
                && profile.operation().lpsAuthentication() instanceof LpsAuthentication.Secret declared) {
            String clientId = profile.operation().clientId().value();
            String secret = profile.has(LpsDefect.PROVES_ITSELF_BY_ANOTHER_SECRET)
                    ? "secret-d-un-autre-lps"
                    : declared.secret().value();
            byte[] pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
            return request.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return request;
    }
}

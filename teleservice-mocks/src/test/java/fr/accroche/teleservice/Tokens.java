package fr.accroche.teleservice;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Thumbprint;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Tokens that a téléservice receives, and what their authorization server says of them. */
final class Tokens {

    static final String PERSON = "899700000017";

    private Tokens() {}

    /** A JWT with these claims and no real signature. */
    static String jwt(JsonObject claims) {
        return encode("{\"alg\":\"RS256\"}") + "." + encode(claims.compact()) + "." + encode("signature");
    }

    static JsonObject claims(String audience, HeldCertificate bound, Thumbprint encoding) {
        return JsonObject.EMPTY
                .with("azp", TestCertificates.CLIENT_ID)
                .with("SubjectNameID", PERSON)
                .with("aud", List.of(new JsonText("account"), new JsonText(audience)))
                .with("cnf", JsonObject.EMPTY.with("x5t#S256", encoding.of(bound.certificate())));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

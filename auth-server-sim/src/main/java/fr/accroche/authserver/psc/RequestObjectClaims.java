package fr.accroche.authserver.psc;

import fr.accroche.authserver.psc.RequestObject.Flaw;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a request object must claim (CIBA Core §7.1.1): who signed it, for whom, when, until when, once; and each parameter as a
 * text. It lives one hour at most, and is not older than that (FAPI: CIBA §5.2.2).
 *
 * @param issuer PSC's
 * @param clientId the client's
 * @param now PSC's time
 * @param skew tolerated in dates
 */
record RequestObjectClaims(String issuer, String clientId, Instant now, Duration skew) {

    static final Duration LONGEST_LIFE = Duration.ofHours(1);

    private static final int LONGEST_ID = 256;
    private static final BigDecimal LAST_SECOND = new BigDecimal("253402300799");

    /** Everything that is wrong. */
    List<Flaw> flaws(JsonObject claims) {
        List<Flaw> flaws = new ArrayList<>();
        parties(claims, flaws);
        dates(claims, flaws);
        if (claims.text("jti")
                .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID)
                .isEmpty()) {
            flaws.add(Flaw.of("jti", "a text of at most " + LONGEST_ID + " characters", claims.get("jti")));
        }
        for (String nested : List.of("request", "request_uri")) {
            if (claims.get(nested).isPresent()) {
                flaws.add(new Flaw(nested, "none", "present"));
            }
        }
        for (String name : CibaParameters.NAMES) {
            if (claims.get(name)
                    .filter(value -> !CibaParameters.written(name, value))
                    .isPresent()) {
                flaws.add(new Flaw(name, "a text", "another type"));
            }
        }
        return flaws;
    }

    private void parties(JsonObject claims, List<Flaw> flaws) {
        if (claims.text("iss").filter(clientId::equals).isEmpty()) {
            flaws.add(Flaw.of("iss", clientId, claims.get("iss")));
        }
        if (claims.get("client_id").isPresent()
                && claims.text("client_id").filter(clientId::equals).isEmpty()) {
            flaws.add(Flaw.of("client_id", clientId, claims.get("client_id")));
        }
        boolean forUs = claims.text("aud").filter(issuer::equals).isPresent()
                || claims.array("aud").map(JsonArray::items).stream()
                        .flatMap(List::stream)
                        .anyMatch(one ->
                                one instanceof JsonText text && text.value().equals(issuer));
        if (!forUs) {
            flaws.add(Flaw.of("aud", issuer, claims.get("aud")));
        }
    }

    private void dates(JsonObject claims, List<Flaw> flaws) {
        Optional<Instant> issued = date(claims, "iat", flaws);
        Optional<Instant> from = date(claims, "nbf", flaws);
        Optional<Instant> until = date(claims, "exp", flaws);
        issued.filter(at -> at.isAfter(now.plus(skew)))
                .ifPresent(at -> flaws.add(dated("iat", "not after " + now.plus(skew), at)));
        from.filter(at -> at.isAfter(now.plus(skew)))
                .ifPresent(at -> flaws.add(dated("nbf", "not after " + now.plus(skew), at)));
        until.filter(at -> !at.isAfter(now.minus(skew)))
                .ifPresent(at -> flaws.add(dated("exp", "after " + now.minus(skew), at)));
        Instant oldest = now.minus(skew).minus(LONGEST_LIFE);
        issued.filter(at -> at.isBefore(oldest)).ifPresent(at -> flaws.add(dated("iat", "not before " + oldest, at)));
        from.filter(at -> at.isBefore(oldest)).ifPresent(at -> flaws.add(dated("nbf", "not before " + oldest, at)));
        if (from.isPresent() && until.isPresent()) {
            Instant last = from.get().plus(LONGEST_LIFE);
            until.filter(at -> at.isAfter(last)).ifPresent(at -> flaws.add(dated("exp", "not after " + last, at)));
        }
    }

    private static Flaw dated(String claim, String expected, Instant observed) {
        return new Flaw(claim, expected, observed.toString());
    }

    /** A NumericDate (RFC 7519 §2), which may have a fraction. */
    private static Optional<Instant> date(JsonObject claims, String name, List<Flaw> flaws) {
        Optional<BigDecimal> seconds = claims.get(name)
                .flatMap(value -> value instanceof JsonNumber number ? Optional.of(number.value()) : Optional.empty())
                .filter(number -> number.signum() >= 0 && number.compareTo(LAST_SECOND) <= 0);
        if (seconds.isEmpty()) {
            flaws.add(Flaw.of(name, "seconds since 1970", claims.get(name)));
            return Optional.empty();
        }
        BigDecimal whole = new BigDecimal(seconds.get().toBigInteger());
        long nanos = seconds.get().subtract(whole).movePointRight(9).longValue();
        return Optional.of(Instant.ofEpochSecond(whole.longValueExact(), nanos));
    }

    /** Until when the id of one that is good may not come again: it has expired by then, whatever it claims. */
    Instant remembered() {
        return now.plus(LONGEST_LIFE).plus(skew).plus(skew);
    }
}

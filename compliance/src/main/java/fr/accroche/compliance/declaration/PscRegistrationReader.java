package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.PscRegistration.Grant;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenAlgorithm;
import fr.accroche.compliance.declaration.PscRegistration.IdTokenEncryption;
import fr.accroche.compliance.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code operations[].psc}. */
final class PscRegistrationReader {

    /** RFC 7518 §3.2: a key of the size of the hash, or larger. */
    private static final int LEAST_SECRET = 32;

    private static final Text SHORT_SECRET = Text.of(
            "HS256 signe avec le secret du client : « secret » doit être là et faire au moins 32 octets (RFC 7518 §3.2)",
            "HS256 signs with the client's secret: 'secret' must be there, of at least 32 bytes (RFC 7518 §3.2)");
    private static final Text NO_KEYS = Text.of(
            "un id_token est chiffré avec une clé du client : « jwksFile » doit être là",
            "an id_token is encrypted with a key of the client: 'jwksFile' must be there");

    private static final Text NEEDS = Text.of("« {0} » demande {1}", "'{0}' needs {1}");

    /** As the schema has it: with a scheme, and without a fragment (RFC 6749 §3.1.2). */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}:[!\"$-~]{1,1000}");

    private static final Text NO_ADDRESS = Text.of(
            "« {0} » : une adresse entière et sans fragment est attendue, par exemple https://localhost:8443/callback (RFC 6749 §3.1.2)",
            "'{0}': a whole address without fragment is expected, for example https://localhost:8443/callback (RFC 6749 §3.1.2)");

    private static final Pattern NOTIFIED = Pattern.compile("https://[^\\s#]{1,500}");

    private static final Text NOT_NOTIFIED = Text.of(
            "« {0} » : une adresse en https est attendue (CIBA Core §4)",
            "'{0}': an address by https is expected (CIBA Core §4)");

    private PscRegistrationReader() {}

    /** Reads it, and says what of it cannot go with the client's secret. */
    static PscRegistration read(Cursor cursor, Optional<ClientSecret> secret) {
        PscRegistration registration = read(cursor);
        if (registration.idTokenAlgorithm() == IdTokenAlgorithm.HS256
                && secret.filter(PscRegistrationReader::signs).isEmpty()) {
            cursor.member("idTokenAlgorithm").ifPresent(at -> at.wrong(SHORT_SECRET));
        }
        if (registration.idTokenEncryption() != IdTokenEncryption.NONE
                && registration.jwksFile().isEmpty()) {
            cursor.member("idTokenEncryption").ifPresent(at -> at.wrong(NO_KEYS));
        }
        return registration;
    }

    private static boolean signs(ClientSecret secret) {
        return secret.value().getBytes(StandardCharsets.UTF_8).length >= LEAST_SECRET;
    }

    private static PscRegistration read(Cursor cursor) {
        needs(cursor, "delivery", "ping", "notificationEndpoint");
        List.of("PS256", "ES256").forEach(algorithm -> needs(cursor, "requestObject", algorithm, "jwksFile"));
        PscRegistration def = PscRegistration.DEFAULT;
        List<String> redirectUris = addresses(cursor, "redirectUris");
        return new PscRegistration(
                cursor.member("grants").isPresent()
                        ? choices(cursor, "grants", Grant.class)
                        : redirectUris.isEmpty() ? def.grants() : EnumSet.allOf(Grant.class),
                redirectUris,
                addresses(cursor, "postLogoutRedirectUris"),
                cursor.member("demands").isPresent()
                        ? choices(cursor, "demands", PscRegistration.Demand.class)
                        : def.demands(),
                cursor.member("consent").flatMap(Cursor::bool).orElse(def.consent()),
                cursor.member("subjectDn").flatMap(c -> c.text(SubjectDn::new)),
                cursor.member("idTokenAlgorithm")
                        .flatMap(c -> c.choice(PscRegistration.IdTokenAlgorithm.values(), Enum::name))
                        .orElse(def.idTokenAlgorithm()),
                cursor.member("idTokenEncryption")
                        .flatMap(c -> c.choice(
                                PscRegistration.IdTokenEncryption.values(), PscRegistration.IdTokenEncryption::written))
                        .orElse(def.idTokenEncryption()),
                cursor.member("userInfo")
                        .flatMap(c -> c.choice(PscRegistration.UserInfoForm.class))
                        .orElse(def.userInfo()),
                cursor.member("requestObject")
                        .flatMap(c -> c.choice(
                                PscRegistration.RequestObject.values(), PscRegistration.RequestObject::written))
                        .orElse(def.requestObject()),
                cursor.member("jwksFile").flatMap(Cursor::text),
                cursor.member("delivery")
                        .flatMap(c -> c.choice(PscRegistration.Delivery.class))
                        .orElse(def.delivery()),
                cursor.member("notificationEndpoint")
                        .flatMap(c -> c.text(word -> matching(NOTIFIED, word, NOT_NOTIFIED))));
    }

    /** A choice that is worth nothing without another key. */
    private static void needs(Cursor cursor, String key, String choice, String other) {
        cursor.member(key)
                .filter(member -> member.text().filter(choice::equals).isPresent())
                .filter(member -> cursor.member(other).isEmpty())
                .ifPresent(member -> member.wrong(NEEDS.with(choice, other)));
    }

    private static List<String> addresses(Cursor cursor, String key) {
        return cursor.items(key).stream()
                .flatMap(item -> item.text(word -> matching(ADDRESS, word, NO_ADDRESS)).stream())
                .toList();
    }

    private static String matching(Pattern form, String word, Text otherwise) {
        if (!form.matcher(word).matches()) {
            throw new InvalidValueException(otherwise.with(word));
        }
        return word;
    }

    private static <E extends Enum<E>> Set<E> choices(Cursor cursor, String key, Class<E> type) {
        EnumSet<E> chosen = EnumSet.noneOf(type);
        cursor.items(key).forEach(item -> item.choice(type).ifPresent(chosen::add));
        return chosen;
    }
}

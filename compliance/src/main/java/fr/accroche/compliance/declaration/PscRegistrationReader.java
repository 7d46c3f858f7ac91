package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.PscRegistration.Grant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads {@code operations[].psc}. */
final class PscRegistrationReader {

    private PscRegistrationReader() {}

    static PscRegistration read(Cursor cursor) {
        PscRegistration def = PscRegistration.DEFAULT;
        List<String> redirectUris = texts(cursor, "redirectUris");
        return new PscRegistration(
                cursor.member("grants").isPresent()
                        ? choices(cursor, "grants", Grant.class)
                        : redirectUris.isEmpty() ? def.grants() : EnumSet.allOf(Grant.class),
                redirectUris,
                texts(cursor, "postLogoutRedirectUris"),
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
                cursor.member("notificationEndpoint").flatMap(Cursor::text));
    }

    private static List<String> texts(Cursor cursor, String key) {
        return cursor.items(key).stream().flatMap(item -> item.text().stream()).toList();
    }

    private static <E extends Enum<E>> Set<E> choices(Cursor cursor, String key, Class<E> type) {
        EnumSet<E> chosen = EnumSet.noneOf(type);
        cursor.items(key).forEach(item -> item.choice(type).ifPresent(chosen::add));
        return chosen;
    }
}

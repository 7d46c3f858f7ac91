package fr.accroche.compliance.declaration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code settings.apiPsc}. */
final class ApiPscReader {

    private ApiPscReader() {}

    static ApiPscChoices read(Cursor cursor) {
        ApiPscChoices def = ApiPscChoices.DEFAULT;
        return new ApiPscChoices(
                cursor.member("errors")
                        .flatMap(c -> c.choice(ApiPscChoices.Errors.class))
                        .orElse(def.errors()),
                cursor.member("subjectTokenCheck")
                        .flatMap(c -> c.choice(ApiPscChoices.SubjectTokenCheck.class))
                        .orElse(def.subjectTokenCheck()),
                cursor.member("subjectIssuer").flatMap(Cursor::text).orElse(def.subjectIssuer()),
                cursor.member("subjectIssuerRequired").flatMap(Cursor::bool).orElse(def.subjectIssuerRequired()),
                cursor.member("sameClient").flatMap(Cursor::bool).orElse(def.sameClient()),
                cursor.member("subjectTokenOnce").flatMap(Cursor::bool).orElse(def.subjectTokenOnce()),
                cursor.member("scopeRequired").flatMap(Cursor::bool).orElse(def.scopeRequired()),
                cursor.member("issuedTokenType").flatMap(Cursor::bool).orElse(def.issuedTokenType()),
                cursor.member("refreshTokenLife").flatMap(Cursor::duration).orElse(def.refreshTokenLife()),
                cursor.member("followsPscSession").flatMap(Cursor::bool).orElse(def.followsPscSession()),
                cursor.member("onRefused")
                        .flatMap(c -> c.choice(ApiPscChoices.OnRefused.class))
                        .orElse(def.onRefused()),
                cursor.member("onUnavailable")
                        .flatMap(c -> c.choice(ApiPscChoices.OnUnavailable.class))
                        .orElse(def.onUnavailable()),
                cursor.member("onWrongClient")
                        .flatMap(c -> c.choice(ApiPscChoices.OnWrongClient.class))
                        .orElse(def.onWrongClient()),
                cursor.member("skew").flatMap(Cursor::duration).orElse(def.skew()),
                perService(cursor.member("scopes"), ApiPscReader::scopes),
                perService(cursor.member("tokenLife"), Cursor::duration));
    }

    /** A value per simulated téléservice, under its label. */
    private static <T> Map<Teleservice, T> perService(Optional<Cursor> block, Function<Cursor, Optional<T>> value) {
        Map<Teleservice, T> read = new EnumMap<>(Teleservice.class);
        for (Teleservice service : Teleservice.values()) {
            block.flatMap(all -> all.member(service.label())).flatMap(value).ifPresent(one -> read.put(service, one));
        }
        return read;
    }

    private static Optional<List<String>> scopes(Cursor list) {
        return Optional.of(
                list.items().stream().flatMap(item -> item.text().stream()).toList());
    }
}

package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.OAuthError;
import fr.accroche.compliance.declaration.ApiPscChoices.Errors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renders docs/errors.md: every error of the authorization servers, in the words of both profiles. */
final class ErrorsPage {

    private static final String HEAD = """
            # Errors of the authorization servers · Erreurs des serveurs d'autorisation

            What a realm of an API PSC answers to each wrong request, by `settings.apiPsc.errors`. Generated from the code.
            `rfc` follows RFC 6749 §5.2, RFC 7009 §2.2.1, RFC 7662 §2.3 and RFC 8693 §2.2.2; `keycloak` the software of the EDC's test
            server. What the production servers answer is unknown. · Ce qu'un realm d'API PSC répond à chaque requête fausse, selon
            `settings.apiPsc.errors`. Généré depuis le code. `rfc` suit les RFC ; `keycloak`, le logiciel du serveur de test de l'EDC.
            Ce que répondent les serveurs de production est inconnu.

            | refused · refusé | `rfc` | `keycloak` |
            |---|---|---|
            """;

    private ErrorsPage() {}

    static String render() {
        StringBuilder page = new StringBuilder(HEAD);
        Map<String, String> titles = titles();
        for (WireError error : WireError.values()) {
            OAuthError rfc = error.in(Errors.RFC);
            OAuthError keycloak = error.in(Errors.KEYCLOAK);
            page.append("| %s | %s | %s |%n"
                    .formatted(titles.get(error.name()), cell(rfc), rfc.equals(keycloak) ? "= `rfc`" : cell(keycloak)));
        }
        return page.toString().replace("\r\n", "\n");
    }

    private static String cell(OAuthError error) {
        return "%d `%s` %s".formatted(error.status(), error.error(), error.description());
    }

    /** What is refused, in both languages, by the name of the error. */
    static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        try (InputStream lines = ErrorsPage.class.getResourceAsStream("errors.psv")) {
            for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\\|");
                titles.put(cells[0], cells[2] + " · " + cells[1]);
            }
            return titles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

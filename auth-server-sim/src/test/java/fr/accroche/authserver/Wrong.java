package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is expected of a wrong request. */
public final class Wrong {

    private Wrong() {}

    /** A form with one parameter put in place, or left out if the value is null. */
    public static Form with(Form form, String name, String value) {
        List<String> parameters = new ArrayList<>();
        for (String each : form.names()) {
            if (!each.equals(name)) {
                parameters.addAll(List.of(each, form.first(each).orElse("")));
            }
        }
        if (value != null) {
            parameters.addAll(List.of(name, value));
        }
        return Form.of(parameters.toArray(String[]::new));
    }

    /** The answer, its diagnosis and its hop all say the same. */
    public static void assertRefused(Response response, Hop hop, int status, String error, String... rules) {
        assertThat(PscBench.json(response).text("error")).contains(error);
        assertThat(PscBench.json(response).text("error_description").orElseThrow())
                .as("RFC 6749 §5.2")
                .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().first("Cache-Control")).contains("no-store");
        assertThat(response.headers().first("Pragma")).contains("no-cache");
        assertThat(rules(hop)).containsExactly(rules);
        assertThat(response.headers().first("X-Accroche-Diagnosis")).contains(String.join(",", rules));
        assertThat(hop.status()).isEqualTo(status);
        assertThat(hop.answer()).isEqualTo(Optional.of(error));
        assertThat(hop.breaches())
                .allSatisfy(breach -> assertThat(breach.sentence().fr())
                        .isNotEqualTo(breach.sentence().en()));
    }

    /** The rules of a hop's breaches, each once. */
    public static List<String> rules(Hop hop) {
        return hop.breaches().stream()
                .map(Breach::rule)
                .map(Object::toString)
                .distinct()
                .toList();
    }
}

package fr.accroche.authserver.apipsc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.ApiBench;
import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.Wrong;
import fr.accroche.certs.HeldCertificate;
import fr.accroche.certs.Thumbprint;
import fr.accroche.compliance.catalogue.edcpsc.ExchangingClientOwnsToken;
import fr.accroche.compliance.catalogue.standards.ExchangeIsWellFormed;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.wire.Form;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guards of the token endpoint refuse in the name of TOK-01 and IDN-04, these rules find broken, and nothing else. */
class ExchangeAgreementTest {

    private static final Form SOUND = ApiBench.exchange("any");

    private static List<Form> exchanges(ApiBench bench) {
        String issuer = bench.api.uri() + "/realms/dmp";
        List<Form> forms = new ArrayList<>(List.of(
                SOUND,
                SOUND.plus("audience", "dmp").plus("audience", issuer),
                SOUND.plus("audience", "dmp").plus("audience", "insi"),
                SOUND.plus("resource", issuer).plus("audience", "dmp"),
                SOUND.plus("resource", "dmp"),
                SOUND.plus("client_id", Identities.ALPHA_ID),
                SOUND.plus("actor_token", "any").plus("actor_token_type", ApiBench.ACCESS_TOKEN)));
        add(forms, "grant_type", null, "password");
        add(forms, "subject_token", (String) null);
        add(forms, "subject_token_type", null, "urn:ietf:params:oauth:token-type:id_token");
        add(forms, "requested_token_type", ApiBench.ACCESS_TOKEN, "urn:ietf:params:oauth:token-type:id_token");
        add(forms, "subject_issuer", null, "other");
        add(forms, "actor_token", "any");
        add(forms, "actor_token_type", ApiBench.ACCESS_TOKEN);
        add(forms, "scope", "openid", "dmp.read", "dmp.read dmp.write", "dmp.write", " ", "a\"b", "a  b");
        add(forms, "scope", "long ".repeat(60) + "end", "l\u00e9ger", "a".repeat(300));
        add(forms, "audience", "on", bench.api.uri() + "/realms/on", "http://somewhere.invalid/realms/dmp");
        add(forms, "cnf", "another");
        add(forms, "cnf", Thumbprint.RFC8705.of(Identities.ALPHA.certificate()));
        return forms;
    }

    private static void add(List<Form> forms, String parameter, String... values) {
        for (String value : values) {
            forms.add(Wrong.with(SOUND, parameter, value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "errors: rfc",
                "subjectIssuerRequired: true",
                "subjectIssuer: other",
                "scopeRequired: true",
                "scopes: { DMP: [dmp.read, dmp.write] }",
                "sameClient: false"
            })
    void judgesExchangesAsTheGuardsDo(String choices) throws IOException {
        String settings = "apiPsc: { " + choices + " }";
        try (ApiBench bench = ApiBench.with(settings)) {
            for (Form form : exchanges(bench)) {
                String token = bench.pscToken();
                Form fresh = form.first("subject_token").isEmpty() ? form : withToken(form, token);
                bench.exchange(fresh);

                assertAgreed(settings, bench.journal.last(), form);
            }
            bench.exchange(withToken(SOUND, bench.pscToken(Identities.GAMMA, Identities.GAMMA_ID)));
            Hop anothers = bench.journal.last();
            assertAgreed(settings, anothers, SOUND);
            assertThat(broken(new ExchangingClientOwnsToken(), settings, anothers))
                    .isEqualTo(!choices.equals("sameClient: false"));
        }
    }

    /** Each audience stays: {@link Wrong#with} keeps one of each. */
    private static Form withToken(Form form, String token) {
        Form fresh = Form.of();
        for (String name : form.names()) {
            for (String value : form.all(name)) {
                fresh = fresh.plus(name, name.equals("subject_token") ? token : value);
            }
        }
        return fresh;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void judgesRenewalsAndRevocationsAsTheGuardsDo(boolean sameClient) throws IOException {
        String settings = "apiPsc: { sameClient: " + sameClient + " }";
        try (ApiBench bench = ApiBench.with(settings)) {
            String refresh = bench.tokens().text("refresh_token").orElseThrow();
            for (boolean own : new boolean[] {false, true}) {
                HeldCertificate identity = own ? Identities.ALPHA : Identities.GAMMA;
                String client = own ? Identities.ALPHA_ID : Identities.GAMMA_ID;
                Form revocation = Form.of("client_id", client, "token", refresh);
                if (!own) {
                    bench.psc.browser.post(identity, bench.at("revoke"), revocation);
                    assertThat(agreed(settings, bench.journal.last())).isTrue();
                }
                Form renewal = Wrong.with(ApiBench.renewal(refresh), "client_id", client);
                int status = bench.exchange(Teleservice.DMP, identity, renewal).status();
                assertThat(status).isEqualTo(own ? 200 : 400);
                assertThat(agreed(settings, bench.journal.last())).isTrue();
                assertThat(broken(new ExchangingClientOwnsToken(), settings, bench.journal.last()))
                        .isEqualTo(!own);
            }
        }
    }

    private static void assertAgreed(String settings, Hop hop, Form form) {
        assertThat(agreed(settings, hop))
                .as("%s: %s, guards: %s", settings, form.encoded(), Wrong.rules(hop))
                .isTrue();
    }

    private static boolean agreed(String settings, Hop hop) {
        List<String> refused = Wrong.rules(hop);
        return broken(new ExchangeIsWellFormed(), settings, hop) == refused.contains("TOK-01")
                && broken(new ExchangingClientOwnsToken(), settings, hop) == refused.contains("IDN-04");
    }

    private static boolean broken(Rule rule, String settings, Hop hop) {
        Exchange exchange = new Exchange(List.of(hop));
        return rule.check(new Trial(Declarations.with(settings), exchange, List.of(exchange))).stream()
                .anyMatch(finding -> finding.status() == Status.FAIL);
    }
}

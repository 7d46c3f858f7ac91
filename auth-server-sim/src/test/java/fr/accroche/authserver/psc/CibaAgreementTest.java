package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.authserver.Declarations;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.compliance.catalogue.standards.CibaIsWellFormed;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.PscRegistration;
import fr.accroche.compliance.declaration.PscRegistration.Demand;
import fr.accroche.compliance.declaration.PscRegistration.RequestObject;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.wire.Form;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guard of CIBA lets through, the rule TOK-05 finds sound, and what it refuses of what the rule judges, the rule does too. */
class CibaAgreementTest {

    private static final List<String> CHOICES = List.of("", "bindingMessage: words", "firstPoll: lenient");
    private static final List<PscRegistration> REGISTRATIONS = List.of(
            PscRegistration.DEFAULT,
            Registrations.demanding(),
            Registrations.demanding(Demand.ACR),
            Registrations.demanding(Demand.SCOPE_ALL),
            Registrations.demanding(Demand.BINDING_MESSAGE),
            Registrations.signing(RequestObject.PS256));

    static Stream<PscBenchOf> benches() {
        return CHOICES.stream()
                .flatMap(choices -> REGISTRATIONS.stream().map(registration -> new PscBenchOf(choices, registration)));
    }

    record PscBenchOf(String choices, PscRegistration registration) {

        PscBench open() {
            return new PscBench(Registrations.settings(
                    choices, client -> client.with(registration).with(SignedRequest.KEYS)));
        }

        Declaration declaration() {
            Declaration ville = Declarations.ville();
            List<Operation> operations = ville.operations().stream()
                    .map(operation -> operation.clientId().value().equals(Identities.ALPHA_ID)
                            ? registered(operation, registration)
                            : operation)
                    .toList();
            return new Declaration(
                    ville.couloir(),
                    ville.environment(),
                    ville.solutions(),
                    ville.actors(),
                    ville.components(),
                    operations,
                    ville.settings()
                            .withPsc(Declarations.choices("psc: { " + choices + " }")
                                    .psc()),
                    ville.waivers(),
                    ville.lines());
        }

        private static Operation registered(Operation operation, PscRegistration registration) {
            return operation.withPsc(registration);
        }

        @Override
        public String toString() {
            return choices + " " + registration.demands() + " " + registration.requestObject();
        }
    }

    /** Every parameter that both judge, left out and in several shapes, plain and signed. */
    private static List<Form> requests(PscBench bench) {
        Form sound = PscBench.ciba(Identities.ALPHA_ID);
        List<Form> requests = new ArrayList<>(List.of(sound));
        for (String scope : new String[] {null, "openid", "scope_all", "openid scope_all rpps"}) {
            requests.add(Wrong.with(sound, "scope", scope));
        }
        for (String acr : new String[] {null, "eidas2", "eidas2 eidas1"}) {
            requests.add(Wrong.with(sound, "acr_values", acr));
        }
        for (String binding : new String[] {null, "7", "W4SCT", "two words", "00"}) {
            requests.add(Wrong.with(sound, "binding_message", binding));
        }
        requests.add(Wrong.with(sound, "login_hint", null));
        requests.add(SignedRequest.sound(bench, "PS256").form());
        requests.add(SignedRequest.sound(bench, "ES256").form());
        return requests;
    }

    @ParameterizedTest
    @MethodSource("benches")
    void judgesRequestsAsTheGuardDoes(PscBenchOf of) throws IOException {
        try (PscBench bench = of.open()) {
            for (Form form : requests(bench)) {
                int status = bench.browser
                        .post(Identities.ALPHA, bench.at("ext/ciba/auth"), form)
                        .status();

                boolean broken = broken(of.declaration(), bench.journal.last());
                assertThat(broken).as("%s: %s", of, form.encoded()).isEqualTo(status != 200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 500, 949, 950, 999, 1_000, 1_001})
    void judgesPollsAsTheGuardDoes(long millis) throws IOException {
        PscBenchOf usual = new PscBenchOf("", PscRegistration.DEFAULT);
        try (PscBench bench = usual.open()) {
            String authReqId = bench.ask(Identities.ALPHA, Identities.ALPHA_ID);
            bench.clock.advance(Duration.ofMillis(millis));
            int status =
                    bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId).status();

            assertThat(broken(usual.declaration(), bench.journal.last())).isEqualTo(status != 200);
        }
    }

    private static boolean broken(Declaration declaration, Hop hop) {
        Exchange exchange = new Exchange(List.of(hop));
        return new CibaIsWellFormed()
                .check(new Trial(declaration, exchange, List.of(exchange))).stream()
                        .anyMatch(finding -> finding.status() == Status.FAIL);
    }
}

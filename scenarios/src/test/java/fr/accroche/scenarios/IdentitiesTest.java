package fr.accroche.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.report.Run;
import fr.accroche.scenarios.report.Runs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Which identity each architecture shows to each téléservice: the webinar's annexe "Schémas… Parcours Opérateur", written
 * out by hand, against what the servers recorded. The certificate's OU is the structure that operates the proxy; the number
 * is that of the software whose client_id it is, never that of a component non autonome.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentitiesTest {

    private static final String ALPHA = "300000000010009";
    private static final String BETA = "300000000020008";
    private static final String GAMMA = "300000000030007";

    /** What a téléservice sees of one client. */
    private record Seen(String teleservice, String clientId, String ou, String name, String version, String number) {}

    private static Set<Seen> expected(ShippedDeclaration architecture) {
        return switch (architecture) {
            case PROXY_INTEGRE ->
                Stream.concat(alphaCabinet("alpha-edc-bas", ALPHA), alphaCabinet("alpha-clinique-edc-bas", ALPHA))
                        .collect(Collectors.toSet());
            case PROXY_PARTAGE ->
                Set.of(
                        new Seen("DMP", "alpha-cabinet-edc-bas", ALPHA, "Alpha Cabinet", "2.1", "DMP-SIMULE-0001"),
                        new Seen("INSi", "alpha-cabinet-edc-bas", ALPHA, "Alpha Cabinet", "2.1", "INSI-SIMULE-0001"),
                        new Seen("ON", "alpha-cabinet-edc-bas", ALPHA, "Alpha Cabinet", "2.1", "ON-SIMULE-0001"),
                        new Seen("DMP", "alpha-officine-edc-bas", ALPHA, "Alpha Officine", "2.1", "DMP-SIMULE-0002"),
                        new Seen("INSi", "alpha-officine-edc-bas", ALPHA, "Alpha Officine", "2.1", "INSI-SIMULE-0002"));
            case PROXY_TIERS, NON_AUTONOME_DANS_PROXY ->
                alphaCabinet("alpha-edc-bas", BETA).collect(Collectors.toSet());
            case AUTONOME_OPERE_PAR_OPERATEUR_LPS ->
                alphaCabinet("alpha-edc-bas", GAMMA).collect(Collectors.toSet());
            case AUTONOME_OPERE_PAR_SON_EDITEUR ->
                Set.of(
                        new Seen("DMP", "carnet-edc-bas", GAMMA, "Carnet Gamma", "4.0", "DMP-SIMULE-0003"),
                        new Seen("INSi", "carnet-edc-bas", GAMMA, "Carnet Gamma", "4.0", "INSI-SIMULE-0003"));
            case NON_AUTONOME_DANS_LPS -> alphaCabinet("alpha-edc-bas", ALPHA).collect(Collectors.toSet());
        };
    }

    private static Stream<Seen> alphaCabinet(String clientId, String ou) {
        return Stream.of(
                new Seen("DMP", clientId, ou, "Alpha Cabinet", "2.1", "DMP-SIMULE-0001"),
                new Seen("INSi", clientId, ou, "Alpha Cabinet", "2.1", "INSI-SIMULE-0001"),
                new Seen("ON", clientId, ou, "Alpha Cabinet", "2.1", "ON-SIMULE-0001"));
    }

    private Runs runs;

    @BeforeAll
    void everyArchitectureRunsAtOnce() throws Exception {
        Map<ShippedDeclaration, Declaration> every = new EnumMap<>(ShippedDeclaration.class);
        for (ShippedDeclaration one : ShippedDeclaration.values()) {
            every.put(one, DeclarationReader.read(one.id() + ".yaml", one.yaml(), LocalDate.now(Clock.systemUTC())));
        }
        runs = TestFolders.rehearsal().sound(every);
    }

    @ParameterizedTest
    @EnumSource
    void eachTeleserviceSeesTheIdentityOfItsArchitecture(ShippedDeclaration architecture) {
        Run run = runs.byArchitecture().get(architecture);

        assertThat(run.verdict().outcome()).isEqualTo(Outcome.CONFORME);
        Set<Seen> expected = expected(architecture);
        assertThat(hops(run, Stage.BUSINESS)
                        .filter(hop -> !hop.value(Fact.TELESERVICE).equals(Optional.of("CONFORMITE")))
                        .map(IdentitiesTest::seen)
                        .collect(Collectors.toSet()))
                .as("of every call, where a métier proxy asks the DMP several things")
                .isEqualTo(expected.stream().map(IdentitiesTest::masked).collect(Collectors.toSet()));
        for (Stage stage : List.of(Stage.PSC_CIBA, Stage.PSC_TOKEN, Stage.EXCHANGE)) {
            assertThat(hops(run, stage)
                            .map(hop -> List.of(
                                    value(hop, Fact.CLIENT_ID),
                                    certificate(hop, ObservedCertificate::commonName),
                                    certificate(hop, ObservedCertificate::organisationalUnit)))
                            .collect(Collectors.toSet()))
                    .as(stage + ": client_id, CN and OU")
                    .isEqualTo(expected.stream()
                            .map(seen -> List.of(seen.clientId(), seen.clientId(), seen.ou()))
                            .collect(Collectors.toSet()));
        }
    }

    private static Stream<Hop> hops(Run run, Stage stage) {
        return run.verdict().exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .filter(hop -> hop.stage() == stage);
    }

    private static Seen seen(Hop hop) {
        assertThat(value(hop, Fact.BEARER_CLIENT)).isEqualTo(certificate(hop, ObservedCertificate::commonName));
        return new Seen(
                value(hop, Fact.TELESERVICE),
                certificate(hop, ObservedCertificate::commonName),
                certificate(hop, ObservedCertificate::organisationalUnit),
                value(hop, Fact.LPS_NAME),
                value(hop, Fact.LPS_VERSION),
                value(hop, Fact.LPS_NUMBER));
    }

    /** As it is kept: a number is a secret of its software. */
    private static Seen masked(Seen seen) {
        return new Seen(
                seen.teleservice(),
                seen.clientId(),
                seen.ou(),
                seen.name(),
                seen.version(),
                Fact.LPS_NUMBER.redact(seen.number()));
    }

    private static String value(Hop hop, Fact fact) {
        return hop.value(fact).orElse("—");
    }

    private static String certificate(Hop hop, Function<ObservedCertificate, Optional<String>> part) {
        return hop.client().presented().flatMap(part).orElse("—");
    }
}

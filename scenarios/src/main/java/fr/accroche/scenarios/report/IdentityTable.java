package fr.accroche.scenarios.report;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one identity that must be the same everywhere (the rules of family IDN), as declared and as seen.
 *
 * @param clientId whose
 * @param rows one for each place where it shows
 */
public record IdentityTable(String clientId, List<Row> rows) {

    private static final Set<Stage> BY_CERTIFICATE =
            Set.of(Stage.PSC_CIBA, Stage.PSC_TOKEN, Stage.EXCHANGE, Stage.BUSINESS);

    public IdentityTable {
        rows = List.copyOf(rows);
    }

    /**
     * @param what the place
     * @param expected what is declared, and on which line
     * @param observed what was seen, and where; empty if the chain stopped before
     */
    public record Row(Text what, Observed expected, Optional<Observed> observed) {

        /** Whether it was seen, and is right. */
        public boolean agrees() {
            return observed.map(Observed::value)
                    .filter(expected.value()::equals)
                    .isPresent();
        }
    }

    /** The table of one operation over its exchanges. */
    public static IdentityTable of(Declaration declaration, Operation operation, List<Exchange> exchanges) {
        List<Hop> hops = exchanges.stream()
                .filter(exchange -> exchange.clientId()
                        .equals(Optional.of(operation.clientId().value())))
                .flatMap(exchange -> exchange.hops().stream())
                .toList();
        return new IdentityTable(operation.clientId().value(), new Maker(declaration, operation, hops).rows());
    }

    private record Maker(Declaration declaration, Operation operation, List<Hop> hops) {

        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            rows.add(row(Text.of("client_id à PSC", "client_id at PSC"), clientId(), Stage.PSC_CIBA, Fact.CLIENT_ID));
            rows.add(certificate(
                    Text.of("CN du certificat", "CN of the certificate"),
                    clientId(),
                    shown -> shown.commonName().map(cn -> new Observed(cn, shown.where("CN")))));
            rows.add(certificate(
                    Text.of("OU du certificat", "OU of the certificate"),
                    structure(),
                    shown -> shown.organisationalUnit().map(ou -> new Observed(ou, shown.where("OU")))));
            rows.add(row(Text.of("échange de jeton", "token exchange"), clientId(), Stage.EXCHANGE, Fact.CLIENT_ID));
            if (declaration.couloir().asksCredential()) {
                rows.add(credential("clientId", clientId(), Fact.CREDENTIAL_CLIENT_ID));
                rows.add(credential("certificateCN", clientId(), Fact.CREDENTIAL_CERTIFICATE_CN));
                rows.add(credential("certificateOU", structure(), Fact.CREDENTIAL_CERTIFICATE_OU));
                rows.add(credential("securityLevel", level(), Fact.CREDENTIAL_SECURITY_LEVEL));
            }
            declaration.teleservices(operation).forEach(service -> rows.add(number(service)));
            return rows;
        }

        private Observed clientId() {
            return new Observed(
                    operation.clientId().value(), declaration.lines().at(declaration.path(operation) + ".clientId"));
        }

        private Observed structure() {
            return new Observed(
                    declaration.proxyOperator(operation).idNatStruct().value(),
                    declaration.lines().at("actors." + operation.proxyOperator() + ".idNatStruct"));
        }

        private Observed level() {
            return new Observed(
                    declaration.settings().securityLevel(), declaration.lines().at("settings.securityLevel"));
        }

        private Row credential(String field, Observed expected, Fact fact) {
            return row(Text.verbatim("API Credential " + field), expected, Stage.CREDENTIAL, fact);
        }

        private Row row(Text what, Observed expected, Stage stage, Fact fact) {
            return row(what, expected, hops.stream().filter(hop -> hop.stage() == stage), hop -> hop.fact(fact));
        }

        /** On every call where the client is known by its certificate, and not by a secret. */
        private Row certificate(Text what, Observed expected, Function<ObservedCertificate, Optional<Observed>> part) {
            Stream<Hop> calls = hops.stream()
                    .filter(hop -> BY_CERTIFICATE.contains(hop.stage()))
                    .filter(hop ->
                            !hop.value(Fact.CLIENT_AUTHENTICATION).orElse("").startsWith("client_secret"));
            return row(what, expected, calls, hop -> hop.client().presented().flatMap(part));
        }

        private Row number(Teleservice service) {
            LogicielUtilisateur lps = declaration.lps(operation);
            String number = lps.number(service).map(NumeroHomologation::value).orElse("");
            Observed expected = new Observed(
                    Fact.LPS_NUMBER.redact(number),
                    declaration.lines().at("components." + lps.id() + ".homologations." + service.label()));
            Stream<Hop> calls = hops.stream()
                    .filter(hop -> hop.stage() == Stage.BUSINESS)
                    .filter(hop -> hop.value(Fact.TELESERVICE).equals(Optional.of(service.label())));
            Text what = Text.of("numéro LPS pour {0}", "LPS number for {0}").with(service.label());
            return row(what, expected, calls, hop -> hop.fact(Fact.LPS_NUMBER));
        }

        /** The first value that differs, or else the first; nothing noted on a call is a value too. */
        private static Row row(
                Text what, Observed expected, Stream<Hop> calls, Function<Hop, Optional<Observed>> seen) {
            List<Observed> all =
                    calls.map(hop -> seen.apply(hop).orElse(Observed.NOTHING)).toList();
            Optional<Observed> odd = all.stream()
                    .filter(observed -> !observed.value().equals(expected.value()))
                    .findFirst();
            return new Row(what, expected, odd.or(() -> all.stream().findFirst()));
        }
    }
}

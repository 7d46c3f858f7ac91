package fr.accroche.scenarios.report;

import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Declaration;
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
import java.util.function.Function;

/**
 * The one identity that must be the same everywhere (rules.md, family IDN), as declared and as seen.
 *
 * @param clientId whose
 * @param rows one for each place where it shows
 */
public record IdentityTable(String clientId, List<Row> rows) {

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
            String client = operation.clientId().value();
            Observed clientId = new Observed(client, line("clientId"));
            Observed structure = new Observed(
                    declaration.proxyOperator(operation).idNatStruct().value(),
                    declaration.lines().at("actors." + operation.proxyOperator() + ".idNatStruct"));
            Observed level = new Observed(
                    declaration.settings().securityLevel(), declaration.lines().at("settings.securityLevel"));
            List<Row> rows = new ArrayList<>(List.of(
                    row(Text.of("client_id à PSC", "client_id at PSC"), clientId, Stage.PSC_CIBA, fact(Fact.CLIENT_ID)),
                    row(
                            Text.of("CN du certificat", "CN of the certificate"),
                            clientId,
                            Stage.PSC_CIBA,
                            certificate("CN", ObservedCertificate::commonName)),
                    row(
                            Text.of("OU du certificat", "OU of the certificate"),
                            structure,
                            Stage.PSC_CIBA,
                            certificate("OU", ObservedCertificate::organisationalUnit)),
                    row(Text.of("échange de jeton", "token exchange"), clientId, Stage.EXCHANGE, fact(Fact.CLIENT_ID)),
                    row(
                            Text.verbatim("API Credential clientId"),
                            clientId,
                            Stage.CREDENTIAL,
                            fact(Fact.CREDENTIAL_CLIENT_ID)),
                    row(
                            Text.verbatim("API Credential certificateCN"),
                            clientId,
                            Stage.CREDENTIAL,
                            fact(Fact.CREDENTIAL_CERTIFICATE_CN)),
                    row(
                            Text.verbatim("API Credential certificateOU"),
                            structure,
                            Stage.CREDENTIAL,
                            fact(Fact.CREDENTIAL_CERTIFICATE_OU)),
                    row(
                            Text.verbatim("API Credential securityLevel"),
                            level,
                            Stage.CREDENTIAL,
                            fact(Fact.CREDENTIAL_SECURITY_LEVEL))));
            declaration.teleservices().forEach(service -> rows.add(number(service)));
            return rows;
        }

        private Row number(Teleservice service) {
            ComposantPrincipal lps = declaration.lps(operation);
            String number = lps.number(service).map(NumeroHomologation::value).orElse("");
            Observed expected = new Observed(
                    Fact.LPS_NUMBER.redact(number),
                    declaration.lines().at("components." + lps.id() + ".homologations." + service.label()));
            Optional<Observed> observed = hops.stream()
                    .filter(hop -> hop.stage() == Stage.BUSINESS)
                    .filter(hop -> hop.value(Fact.TELESERVICE).equals(Optional.of(service.label())))
                    .flatMap(hop -> hop.fact(Fact.LPS_NUMBER).stream())
                    .findFirst();
            return new Row(
                    Text.of("numéro LPS pour {0}", "LPS number for {0}").with(service.label()), expected, observed);
        }

        private Row row(Text what, Observed expected, Stage stage, Function<Hop, Optional<Observed>> seen) {
            List<Observed> all = hops.stream()
                    .filter(hop -> hop.stage() == stage)
                    .flatMap(hop -> seen.apply(hop).stream())
                    .toList();
            Optional<Observed> odd = all.stream()
                    .filter(observed -> !observed.value().equals(expected.value()))
                    .findFirst();
            return new Row(what, expected, odd.or(() -> all.stream().findFirst()));
        }

        private static Function<Hop, Optional<Observed>> fact(Fact fact) {
            return hop -> hop.fact(fact);
        }

        private static Function<Hop, Optional<Observed>> certificate(
                String part, Function<ObservedCertificate, Optional<String>> value) {
            return hop -> hop.client()
                    .presented()
                    .map(certificate -> new Observed(value.apply(certificate).orElse("—"), certificate.where(part)));
        }

        private String line(String key) {
            return declaration
                    .lines()
                    .at("operations[" + declaration.operations().indexOf(operation) + "]." + key);
        }
    }
}

package fr.accroche.scenarios.report;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Exchange;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.verdict.RuleResult;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.scenarios.report.cause.CauseJson;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report for programs. Keys are stable; texts are in the language asked for. */
public final class JsonReport {

    private final Language language;

    private JsonReport(Language language) {
        this.language = language;
    }

    public static String of(Run run, Language language) {
        return new JsonReport(language).run(run).pretty() + "\n";
    }

    /** The same, as a part of another report. */
    public static JsonObject json(Run run, Language language) {
        return new JsonReport(language).run(run);
    }

    /** Several runs: each as it is alone, under the name of its architecture. */
    public static String of(Runs runs, Language language) {
        JsonReport report = new JsonReport(language);
        JsonObject architectures = JsonObject.EMPTY;
        for (Map.Entry<ShippedDeclaration, Run> run : runs.byArchitecture().entrySet()) {
            architectures = architectures.with(run.getKey().id(), report.run(run.getValue()));
        }
        return JsonObject.EMPTY
                        .with("accroche", Version.CURRENT)
                        .with("ruleBook", RuleBook.VERSION)
                        .with("notice", Words.REHEARSAL.in(language))
                        .with("durationMs", runs.took().toMillis())
                        .with("sessions", runs.sessions())
                        .with("architectures", architectures)
                        .pretty()
                + "\n";
    }

    private JsonObject run(Run run) {
        List<JsonObject> hops = new ArrayList<>();
        int session = 0;
        for (Exchange exchange : run.verdict().exchanges()) {
            session++;
            for (Hop hop : exchange.hops()) {
                hops.add(hop(hop, session, exchange.clientId()));
            }
        }
        return JsonObject.EMPTY
                .with("accroche", run.version())
                .with("ruleBook", RuleBook.VERSION)
                .with("notice", Words.REHEARSAL.in(language))
                .with("at", run.at().toString())
                .with("durationMs", run.took().toMillis())
                .with("declaration", run.declaration().lines().file())
                .with("declarationSha256", run.declaration().lines().sha256())
                .with("replayed", orNull(run.replayed().map(JsonReport::replayed)))
                .with("solution", run.declaration().title())
                .with("fault", text(Faults.named(run.faults())))
                .with("verdict", run.verdict().outcome().name())
                .with("diagnoses", CauseJson.of(run.causes(), language))
                .with(
                        "refusals",
                        Refusal.of(run.verdict()).stream()
                                .map(JsonReport::refusal)
                                .toList())
                .with("rules", run.verdict().rules().stream().map(this::rule).toList())
                .with(
                        "identities",
                        run.identities().stream().map(this::identity).toList())
                .with("hops", hops)
                .with("own", own(run.own()));
    }

    private static JsonObject refusal(Refusal refusal) {
        return JsonObject.EMPTY
                .with("stage", refusal.stage().name())
                .with("server", refusal.server())
                .with("answer", refusal.answer())
                .with("withheld", refusal.withheld())
                .with("rules", texts(refusal.rules().stream().map(RuleId::value).toList()));
    }

    private static JsonObject replayed(Replayed from) {
        return JsonObject.EMPTY
                .with("file", from.file())
                .with("kind", from.kind().name())
                .with("at", from.at().toString());
    }

    private JsonObject own(OwnLinks own) {
        return JsonObject.EMPTY
                .with(
                        "links",
                        own.links().stream()
                                .map(link -> JsonObject.EMPTY
                                        .with("name", link.name())
                                        .with(
                                                "addresses",
                                                texts(link.addresses().stream()
                                                        .map(URI::toString)
                                                        .toList()))
                                        .with("declared", link.place()))
                                .toList())
                .with("silence", orNull(own.silence().map(this::silence)));
    }

    private JsonObject silence(OwnLinks.Silence silence) {
        return JsonObject.EMPTY
                .with("text", silence.text().in(language))
                .with(
                        "addresses",
                        silence.addresses().stream()
                                .map(address -> JsonObject.EMPTY
                                        .with("what", address.what().in(language))
                                        .with("uri", address.uri().toString()))
                                .toList());
    }

    private JsonObject rule(RuleResult result) {
        Optional<Finding> telling = result.telling();
        JsonObject rule = JsonObject.EMPTY
                .with("id", result.card().id().value())
                .with("level", result.card().level().name())
                .with("status", result.status().name())
                .with("title", result.card().title().in(language))
                .with("expected", text(telling.map(finding -> finding.expected().value())))
                .with("observed", text(telling.map(finding -> finding.observed().value())))
                .with("sources", sources(result, telling))
                .with("fidelity", LikenessJson.of(result.card().likeness(), language))
                .with("remedy", text(remedy(result, telling)))
                .with("reason", text(result.reason().map(reason -> reason.in(language))))
                .with(
                        "owner",
                        texts(result.card().owners().stream().map(Owner::name).toList()));
        return rule.with("findings", findings(result.findings()));
    }

    /** Equal ones once, and how often: in a long run, most of them are. */
    private static List<JsonObject> findings(List<Finding> findings) {
        Map<Finding, Integer> times = new LinkedHashMap<>();
        findings.forEach(finding -> times.merge(finding, 1, Integer::sum));
        return times.entrySet().stream()
                .map(each -> finding(each.getKey()).with("times", each.getValue()))
                .toList();
    }

    /** Only where there is something to mend. */
    private Optional<String> remedy(RuleResult result, Optional<Finding> telling) {
        return telling.filter(finding -> finding.status().compareTo(Status.PASS) < 0)
                .map(finding -> result.card().remedyFor(finding).in(language));
    }

    private JsonObject sources(RuleResult result, Optional<Finding> telling) {
        return JsonObject.EMPTY
                .with("expected", text(telling.map(finding -> finding.expected().where())))
                .with("observed", text(telling.map(finding -> finding.observed().where())))
                .with("rule", result.card().citation().line().in(language));
    }

    private static JsonObject finding(Finding finding) {
        return JsonObject.EMPTY
                .with("status", finding.status().name())
                .with("stage", finding.stage().name())
                .with("server", finding.server())
                .with("expected", observed(finding.expected()))
                .with("observed", observed(finding.observed()));
    }

    private JsonObject identity(IdentityTable table) {
        List<JsonObject> rows = table.rows().stream()
                .map(row -> JsonObject.EMPTY
                        .with("what", row.what().in(language))
                        .with("expected", observed(row.expected()))
                        .with("observed", orNull(row.observed().map(JsonReport::observed)))
                        .with("agrees", row.agrees()))
                .toList();
        return JsonObject.EMPTY.with("clientId", table.clientId()).with("rows", rows);
    }

    private JsonObject hop(Hop hop, int session, Optional<String> clientId) {
        JsonObject facts = JsonObject.EMPTY;
        for (Fact fact : Fact.values()) {
            Optional<Observed> noted = hop.fact(fact);
            facts = noted.isPresent() ? facts.with(fact.name(), observed(noted.get())) : facts;
        }
        JsonObject json = JsonObject.EMPTY
                .with("session", session)
                .with("clientId", text(clientId))
                .with("at", hop.at().toString())
                .with("durationMs", hop.took().toMillis())
                .with("stage", hop.stage().name())
                .with("server", hop.server())
                .with("call", hop.call())
                .with("status", hop.status())
                .with("answer", text(hop.answer()));
        return json.with("clientCertificate", asked(hop.client()))
                .with("certificate", orNull(hop.client().presented().map(JsonReport::certificate)))
                .with("facts", facts)
                .with("breaches", hop.breaches().stream().map(this::breach).toList());
    }

    /** Whether the server asked for a certificate, and whether one came. */
    private static String asked(ClientCertificate client) {
        return client instanceof ClientCertificate.NotAsked
                ? "NOT_ASKED"
                : client.presented().isPresent() ? "PRESENTED" : "ABSENT";
    }

    private static JsonObject certificate(ObservedCertificate certificate) {
        return JsonObject.EMPTY
                .with("subject", certificate.subject())
                .with("issuer", certificate.issuer())
                .with("serial", certificate.serial())
                .with("sha256", certificate.sha256())
                .with("commonName", text(certificate.commonName()))
                .with("organisationalUnit", text(certificate.organisationalUnit()))
                .with("file", text(certificate.file()))
                .with(
                        "defects",
                        certificate.defects().stream().map(JsonReport::defect).toList());
    }

    private static JsonObject defect(CertificateDefect defect) {
        return JsonObject.EMPTY
                .with("code", defect.code())
                .with("expected", defect.expected())
                .with("observed", defect.observed());
    }

    private JsonObject breach(Breach breach) {
        return JsonObject.EMPTY
                .with("rule", breach.rule().value())
                .with("sentence", breach.sentence().in(language))
                .with("expected", observed(breach.expected()))
                .with("observed", observed(breach.observed()));
    }

    private static JsonObject observed(Observed observed) {
        return JsonObject.EMPTY.with("value", observed.value()).with("where", observed.where());
    }

    private static List<? extends Json> texts(List<String> values) {
        return values.stream().map(JsonText::new).toList();
    }

    /** Keys are always there: what is not known is null. */
    private static Json text(Optional<String> value) {
        return orNull(value.map(JsonText::new));
    }

    private static Json orNull(Optional<? extends Json> value) {
        return value.isPresent() ? value.get() : new JsonNull();
    }
}

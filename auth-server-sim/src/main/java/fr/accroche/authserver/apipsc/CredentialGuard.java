package fr.accroche.authserver.apipsc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.declaration.ApiPscChoices.OnRefused;
import fr.accroche.compliance.declaration.ApiPscChoices.OnUnavailable;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.wire.TraceParent;
import java.util.Map;
import java.util.Optional;

/**
 * The EDC PSC's say in an exchange. Asked last, and only about an exchange that nothing else speaks against, as in life; not at
 * all in the médico-social couloir (CRD-05).
 */
final class CredentialGuard {

    private static final String OUTCOME = "API Credential/status";
    private static final Map<String, RuleId> RULES = Map.of(
            "clientId", Rules.CLIENT_REGISTERED,
            "certificateCN", Rules.CN_IS_CLIENT_ID,
            "certificateOU", Rules.OU_IS_PROXY_OPERATOR,
            "securityLevel", Rules.SECURITY_LEVEL,
            "elu", Rules.IN_GOOD_STANDING,
            "elp", Rules.IN_GOOD_STANDING,
            "pmt", Rules.IN_GOOD_STANDING,
            "link", Rules.LINK_VALIDATED);

    private final CredentialApi api;
    private final boolean asked;
    private final boolean omitsSecurityLevel;
    private final String securityLevel;
    private final OnUnavailable onUnavailable;
    private final WireError onRefused;
    private final Wording wording;

    CredentialGuard(CredentialApi api, ApiPscSettings settings) {
        this.api = api;
        this.asked = settings.asksCredential();
        this.omitsSecurityLevel = settings.defects().contains(ApiPscDefect.OMITS_SECURITY_LEVEL);
        this.securityLevel = settings.settings().securityLevel();
        this.onUnavailable = settings.choices().onUnavailable();
        this.onRefused = settings.choices().onRefused() == OnRefused.ACCESS_DENIED
                ? WireError.NOT_ALLOWED
                : WireError.NOT_ACCEPTABLE;
        this.wording = Wording.of(settings.choices());
    }

    /**
     * @throws UpstreamFailure if the API Credential neither grants nor refuses, and that is no leave to go on
     */
    void check(Call call, String clientId, TraceParent trace) throws UpstreamFailure {
        if (!asked) {
            call.notes().note(Fact.CREDENTIAL_OUTCOME, "skipped", "couloir");
            return;
        }
        CredentialQuestion question = question(call, clientId);
        try {
            hear(call, question, api.ask(question, trace));
        } catch (UpstreamFailure e) {
            call.notes().note(Fact.CREDENTIAL_OUTCOME, "unavailable", OUTCOME);
            switch (onUnavailable) {
                case UNAVAILABLE -> throw e;
                case REFUSE -> throw e.told(onRefused);
                case ALLOW -> {}
            }
        }
    }

    private void hear(Call call, CredentialQuestion question, CredentialAnswer answer) {
        if (answer instanceof CredentialAnswer.Refused refused) {
            call.notes()
                    .note(Fact.CREDENTIAL_OUTCOME, "refused", OUTCOME)
                    .note(Fact.CREDENTIAL_REFUSED_FIELD, refused.field().orElse(""), "API Credential/field");
            refuse(call, question, refused);
        } else {
            call.notes().note(Fact.CREDENTIAL_OUTCOME, "granted", OUTCOME);
        }
    }

    private CredentialQuestion question(Call call, String clientId) {
        Optional<ObservedCertificate> certificate = call.certificate().presented();
        return new CredentialQuestion(
                clientId,
                certificate.flatMap(ObservedCertificate::commonName),
                certificate.flatMap(ObservedCertificate::organisationalUnit),
                Optional.of(securityLevel).filter(level -> !omitsSecurityLevel));
    }

    private void refuse(Call call, CredentialQuestion question, CredentialAnswer.Refused refused) {
        String field = refused.field().orElse(Observed.NOTHING.value());
        wording.refuse(
                call,
                onRefused,
                rule(refused),
                Text.of(
                                "L'API Credential refuse {0} : champ {1}, « {2} ».",
                                "The API Credential refuses {0}: field {1}, '{2}'.")
                        .with(question.clientId(), field, refused.message()),
                new Observed(refused.message(), "API Credential/message"),
                observed(call, question, field));
    }

    /** The rule that the refused field stands for. */
    private static RuleId rule(CredentialAnswer.Refused refused) {
        return switch (refused.status()) {
            case 400 -> Rules.FOUR_FIELDS;
            case 401 -> Rules.CALLED_BY_AUTHORIZATION_SERVER;
            default -> refused.field().map(RULES::get).orElse(Rules.FIELD_NAMED);
        };
    }

    private static Observed observed(Call call, CredentialQuestion question, String field) {
        Optional<ObservedCertificate> certificate = call.certificate().presented();
        String nothing = Observed.NOTHING.value();
        return switch (field) {
            case "clientId" -> call.observed("client_id");
            case "certificateCN" ->
                new Observed(
                        question.certificateCn().orElse(nothing),
                        certificate.map(seen -> seen.where("CN")).orElse("TLS"));
            case "certificateOU" ->
                new Observed(
                        question.certificateOu().orElse(nothing),
                        certificate.map(seen -> seen.where("OU")).orElse("TLS"));
            case "securityLevel" -> new Observed(question.securityLevel().orElse(nothing), "json/securityLevel");
            default -> new Observed(field, "API Credential/field");
        };
    }
}

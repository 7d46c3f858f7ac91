package fr.accroche.credential;

import fr.accroche.compliance.declaration.CredentialChoices.LevelRule;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import fr.accroche.credential.RegisteredClient.Grant;
import fr.accroche.credential.RegisteredClient.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares a request with the register, each field and each standing on its own (CRD-03). The level is compared as a
 * setting says: nothing public tells what it means.
 */
final class RegisterGuard {

    private static final int FORBIDDEN = 403;

    private final Register register;
    private final LevelRule enough;

    RegisterGuard(Register register, LevelRule enough) {
        this.register = register;
        this.enough = enough;
    }

    List<Refusal> check(CredentialRequest request, LocalDate today) {
        Optional<String> clientId = Field.CLIENT_ID.in(request);
        if (clientId.isEmpty()) {
            return List.of();
        }
        Optional<RegisteredClient> row = register.find(clientId.get());
        if (row.isEmpty()) {
            return List.of(unknown(clientId.get()));
        }
        List<Refusal> refusals = new ArrayList<>(fields(row.get(), request));
        refusals.addAll(standings(row.get(), today));
        return refusals;
    }

    private List<Refusal> fields(RegisteredClient row, CredentialRequest request) {
        return Stream.of(
                        compare(Field.CERTIFICATE_CN, row.certificateCn(), request, Rules.CN_IS_CLIENT_ID),
                        compare(Field.CERTIFICATE_OU, row.certificateOu(), request, Rules.OU_IS_PROXY_OPERATOR),
                        level(row.securityLevel(), request))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Refusal> compare(Field field, Observed expected, CredentialRequest request, RuleId rule) {
        return field.in(request)
                .filter(value -> !value.equals(expected.value()))
                .map(value -> differs(field, expected, value, rule));
    }

    private Optional<Refusal> level(Observed registered, CredentialRequest request) {
        return Field.SECURITY_LEVEL
                .in(request)
                .filter(asked -> !enough.suffices(registered.value(), asked))
                .map(asked -> differs(Field.SECURITY_LEVEL, registered, asked, Rules.SECURITY_LEVEL));
    }

    private static Refusal differs(Field field, Observed expected, String observed, RuleId rule) {
        return Refusal.of(
                FORBIDDEN,
                field.wireName(),
                field.wireName() + ": the register has " + expected.value(),
                rule,
                Text.of(
                                "{0} vaut {1} dans l'appel ; le registre de l'EDC PSC connaît {2} pour ce client_id.",
                                "{0} is {1} in the call; the EDC PSC's register has {2} for this client_id.")
                        .with(field.wireName(), observed, expected.value()),
                expected,
                new Observed(observed, field.where()));
    }

    private Refusal unknown(String clientId) {
        List<String> known = register.clients().stream()
                .map(client -> client.clientId().value())
                .toList();
        String where = register.clients().stream()
                .findFirst()
                .map(client -> client.clientId().where())
                .orElse("API Credential/register");
        return Refusal.of(
                FORBIDDEN,
                Field.CLIENT_ID.wireName(),
                "clientId: not in the register",
                Rules.CLIENT_REGISTERED,
                Text.of(
                                "Le client_id {0} n'est pas enregistré à l'EDC PSC.",
                                "The client_id {0} is not registered with the EDC PSC.")
                        .with(clientId),
                new Observed(String.join(", ", known), where),
                new Observed(clientId, Field.CLIENT_ID.where()));
    }

    private List<Refusal> standings(RegisteredClient row, LocalDate today) {
        return Stream.of(
                        habilitation("elu", "ELU", row.elu(), today),
                        habilitation("elp", "ELP", row.elp(), today),
                        link(row),
                        pmt(row, today))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Refusal> habilitation(String field, String profile, Grant grant, LocalDate today) {
        Standing standing = grant.on(today);
        if (standing == Standing.VALID) {
            return Optional.empty();
        }
        Text state = standing == Standing.ABSENT ? Text.of("absente", "absent") : Text.of("suspendue", "suspended");
        return Optional.of(Refusal.of(
                FORBIDDEN,
                field,
                field + ": expected valid, is " + Words.of(standing),
                Rules.IN_GOOD_STANDING,
                Text.of("L'habilitation {0} est {1} à ce jour.", "The {0} habilitation is {1} today.")
                        .with(profile, state),
                new Observed(profile + " valid", "API Credential/register"),
                new Observed(profile + " " + Words.of(standing), grant.where())));
    }

    private Optional<Refusal> link(RegisteredClient row) {
        if (row.link().validated()) {
            return Optional.empty();
        }
        Text sentence = Text.of(
                        "Le lien technique entre le LPS de {0} et ce proxy n'est pas validé.",
                        "The technical link between the LPS of {0} and this proxy is not validated.")
                .with(row.clientId().value());
        Observed expected = new Observed("link valid", "API Credential/register");
        Observed observed = new Observed("link absent", row.link().where());
        return Optional.of(new Refusal(
                List.of(
                        new Breach(Rules.LINK_VALIDATED, sentence, expected, observed),
                        new Breach(Rules.IN_GOOD_STANDING, sentence, expected, observed)),
                FORBIDDEN,
                Optional.of("link"),
                "link: expected valid, is absent"));
    }

    private Optional<Refusal> pmt(RegisteredClient row, LocalDate today) {
        if (!row.pmt().past(today)) {
            return Optional.empty();
        }
        String until = Words.of(row.pmt());
        return Optional.of(Refusal.of(
                FORBIDDEN,
                "pmt",
                "pmt: the provisional authorisation ended on " + until,
                Rules.IN_GOOD_STANDING,
                Text.of(
                                "L'autorisation provisoire (PMT) a pris fin le {0} ; nous sommes le {1}.",
                                "The provisional authorisation (PMT) ended on {0}; today is {1}.")
                        .with(until, today),
                new Observed("PMT until " + today + " or later", "API Credential/register"),
                new Observed("PMT until " + until, row.pmt().where())));
    }
}

package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.teleservice.LpsRegister.Row;
import java.util.List;
import java.util.Optional;

/**
 * The DMP's: {@code LPS_*} of the VIHF name the declared product, by its number too (LPS-02, IDN-06).
 *
 * @param register what was declared
 * @param numbers compares the number
 * @param faults the DMP's
 */
record VihfLpsGuard(LpsRegister register, NumberGuard numbers, Faults faults) implements LpsGuard {

    private static final String NAME = "VIHF/LPS_Nom";
    private static final String VERSION = "VIHF/LPS_Version";
    private static final String NUMBER = "VIHF/LPS_ID_HOMOLOGATION_DMP";

    @Override
    public LpsIdentity check(
            Call call,
            Optional<BusinessRequest> request,
            Optional<ParsedAssertion> assertion,
            Optional<ActiveToken> token) {
        if (assertion.isEmpty()) {
            return LpsIdentity.NONE;
        }
        LpsIdentity lps = assertion.get().lps();
        Optional<String> messageId = request.flatMap(BusinessRequest::messageId);
        call.note(Fact.LPS_NAME, lps.name(), NAME).note(Fact.LPS_VERSION, lps.version(), VERSION);
        call.notes().note(Fact.LPS_NUMBER, lps.number(), NUMBER);
        Optional<Row> row = token.flatMap(ActiveToken::client).flatMap(register::row);
        checkText(
                call,
                messageId,
                lps.name(),
                NAME,
                row.map(declared -> new Declared(declared.names(), declared.namesWhere())));
        checkText(
                call,
                messageId,
                lps.version(),
                VERSION,
                row.map(declared -> new Declared(List.of(declared.version()), declared.versionWhere())));
        checkNumber(call, messageId, lps.number(), token);
        return lps;
    }

    private void checkText(
            Call call, Optional<String> messageId, Optional<String> seen, String where, Optional<Declared> declared) {
        if (filled(seen).isEmpty()) {
            call.refuse(missing(where, declared.map(Declared::observed), messageId));
        } else if (declared.isPresent() && !declared.get().values().contains(seen.get())) {
            call.refuse(otherProduct(new Observed(Call.cut(seen.get()), where), declared.get(), messageId));
        }
    }

    private void checkNumber(
            Call call, Optional<String> messageId, Optional<String> number, Optional<ActiveToken> token) {
        if (filled(number).isEmpty()) {
            call.refuse(missing(NUMBER, Optional.empty(), messageId));
        } else {
            numbers.check(
                    call,
                    number.get(),
                    NUMBER,
                    token,
                    cause -> faults.of(
                            cause, "Le numéro d'homologation du logiciel est inconnu pour ce client.", messageId));
        }
    }

    private Refusal missing(String where, Optional<Observed> expected, Optional<String> messageId) {
        String attribute = where.substring(where.indexOf('/') + 1);
        return Refusal.of(
                Level.SAML,
                Rules.VIHF_NAMES_PRODUCT,
                Text.of(
                                "{0} manque dans le VIHF ou est vide. Renseignez-le avec l'identité du LPS",
                                "{0} is missing from the VIHF or empty. Fill it in with the LPS's identity")
                        .with(attribute),
                expected.orElse(new Observed(attribute, where)),
                new Observed("—", where),
                faults.of(
                        FaultCause.SOFTWARE_INCOMPLETE,
                        "L'attribut " + attribute + " du VIHF est absent ou vide.",
                        messageId));
    }

    private Refusal otherProduct(Observed seen, Declared declared, Optional<String> messageId) {
        return Refusal.of(
                Level.SAML,
                Rules.VIHF_NAMES_PRODUCT,
                Text.of(
                                "le VIHF annonce « {0} », le produit déclaré est « {1} ». Alignez l'un sur l'autre",
                                "the VIHF says '{0}', the declared product is '{1}'. Align one with the other")
                        .with(seen.value(), declared.observed().value()),
                declared.observed(),
                seen,
                faults.of(
                        FaultCause.SOFTWARE_UNKNOWN,
                        "Le logiciel annoncé par le VIHF n'est pas celui qui est déclaré.",
                        messageId));
    }

    static Optional<String> filled(Optional<String> text) {
        return text.filter(value -> !value.isBlank());
    }

    private record Declared(List<String> values, String where) {
        Observed observed() {
            return new Observed(String.join(" | ", values), where);
        }
    }
}

package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.compliance.declaration.CommercialName;
import fr.accroche.compliance.declaration.Homologation;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Product;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.lps.LpsDefect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a business request says of the software, the person and the patient is not as it is to be written. */
final class FormFaults {

    static final List<Fault> ALL = List.of(
            new Fault(
                    "lps-name-undeclared",
                    Text.of(
                            "LPS_Nom est un nom commercial qui n'est pas déclaré",
                            "LPS_Nom is a commercial name that is not declared"),
                    rules("LPS-02"),
                    Status.FAIL,
                    Need.DMP.and(Need.PASSE_PLAT),
                    (plan, operation) -> plan.with(LpsDefect.SAYS_AN_UNDECLARED_NAME)),
            new Fault(
                    "vihf-without-number",
                    Text.of(
                            "LPS_ID_HOMOLOGATION_DMP manque dans le VIHF",
                            "LPS_ID_HOMOLOGATION_DMP is missing from the VIHF"),
                    rules("LPS-02"),
                    Status.FAIL,
                    Need.DMP.and(Need.PASSE_PLAT),
                    (plan, operation) -> plan.with(LpsDefect.OMITS_ITS_NUMBER_IN_THE_VIHF)),
            new Fault(
                    "number-not-homologated-yet",
                    Text.of(
                            "le numéro envoyé au DMP est celui d'une homologation qui n'a pas encore pris effet",
                            "the number sent to the DMP is that of a homologation that does not count yet"),
                    rules("IDN-06"),
                    Status.FAIL,
                    Need.DMP,
                    FormFaults::homologatedLater),
            new Fault(
                    "vihf-structure-bare-finess",
                    Text.of(
                            "Identifiant_Structure est un FINESS sans le chiffre qui dit que c'en est un",
                            "Identifiant_Structure is a FINESS without the digit that says that it is one"),
                    rules("LPS-08"),
                    Status.FAIL,
                    Need.DMP.and(Need.PASSE_PLAT),
                    (plan, operation) -> plan.with(LpsDefect.WRITES_A_BARE_FINESS)),
            new Fault(
                    "vihf-role-of-the-lps",
                    Text.of(
                            "le rôle du VIHF est un code du LPS, et non de la nomenclature",
                            "the VIHF's role is a code of the LPS's, not of the nomenclature"),
                    rules("LPS-08"),
                    Status.FAIL,
                    Need.DMP.and(Need.PASSE_PLAT),
                    (plan, operation) -> plan.with(LpsDefect.WRITES_ITS_OWN_ROLE_CODE)),
            new Fault(
                    "vihf-purpose-unknown",
                    Text.of(
                            "purposeofuse dit « soins », que la nomenclature n'a pas",
                            "purposeofuse says 'soins', which the nomenclature does not have"),
                    rules("LPS-08"),
                    Status.FAIL,
                    Need.DMP.and(Need.PASSE_PLAT),
                    (plan, operation) -> plan.with(LpsDefect.WRITES_AN_UNKNOWN_PURPOSE)),
            new Fault(
                    "assertion-ps-billing-missing",
                    Text.of(
                            "identifiantFacturation est vide dans l'Assertion PS",
                            "identifiantFacturation is empty in the Assertion PS"),
                    rules("LPS-10"),
                    Status.FAIL,
                    Need.INSI_OR_ON.and(Need.PASSE_PLAT),
                    (plan, operation) -> plan.with(LpsDefect.OMITS_THE_BILLING_NUMBER)),
            new Fault(
                    "ins-search-out-of-order",
                    Text.of(
                            "le prénom est écrit avant le nom dans l'appel à INSi, à l'inverse du schéma",
                            "the given name is written before the name in the call to INSi, unlike the schema"),
                    rules("LPS-10"),
                    Status.FAIL,
                    Need.INSI.and(Need.PASSE_PLAT),
                    (plan, operation) -> plan.with(LpsDefect.WRITES_TRAITS_OUT_OF_ORDER)),
            new Fault(
                    "lps-clock-slow",
                    Text.of("l'horloge du LPS retarde de dix minutes", "the LPS's clock is ten minutes slow"),
                    rules("LPS-11"),
                    Status.WARNING,
                    Need.INSI_OR_ON.and(Need.PASSE_PLAT),
                    (plan, operation) -> plan.with(LpsDefect.HAS_A_SLOW_CLOCK)),
            new Fault(
                    "soap-action-differs",
                    Text.of(
                            "Content-Type nomme une autre opération que le message",
                            "Content-Type names another operation than the message"),
                    rules("LPS-11"),
                    Status.WARNING,
                    Need.PASSE_PLAT,
                    (plan, operation) -> plan.with(LpsDefect.NAMES_ANOTHER_ACTION)),
            new Fault(
                    "metier-with-former-version",
                    Text.of(
                            "le proxy métier écrit une version passée du LPS",
                            "the métier proxy writes a former version of the LPS"),
                    rules("LPS-02"),
                    Status.FAIL,
                    Need.METIER.and(Need.DMP),
                    (plan, operation) -> plan.with(ProxyDefect.WRITES_A_FORMER_VERSION)));

    /** Later than any run. */
    private static final LocalDate LATER = LocalDate.of(2999, 1, 1);

    private FormFaults() {}

    private static ChainPlan homologatedLater(ChainPlan plan, Operation operation) {
        LogicielUtilisateur lps = plan.declared().lps(operation);
        return plan.withDeclared(declared -> declared.withComponent(lps.soldAs(later(lps.product()))));
    }

    private static Product later(Product product) {
        List<CommercialName> names = new ArrayList<>(product.names());
        CommercialName sent = names.get(0);
        Map<Teleservice, Homologation> homologations = new HashMap<>(sent.homologations());
        homologations.computeIfPresent(
                Teleservice.DMP,
                (service, known) -> new Homologation(
                        known.number(), known.requestedOn(), Optional.of(LATER), known.mode(), known.procedure()));
        names.set(0, new CommercialName(sent.name(), sent.nil(), homologations));
        return new Product(product.version(), names);
    }
}

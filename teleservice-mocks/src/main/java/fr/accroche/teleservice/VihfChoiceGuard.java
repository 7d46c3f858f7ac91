package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SamlNames;
import fr.accroche.wire.evidence.PeerEvidence;
import java.util.List;
import java.util.Optional;

/**
 * Wants of a VIHF what public documents leave open, as it was chosen: how the person was authenticated, LPS_ID, and in indirect modes
 * the structure of the client certificate. The order of its attributes is reported.
 *
 * @param choices what was chosen
 */
record VihfChoiceGuard(DmpChoices choices) {

    private static final String CLASSES = "urn:oasis:names:tc:SAML:2.0:ac:classes:";
    private static final String CONTEXT = "AuthnContextClassRef";

    /** That of the official samples. */
    private static final List<String> ORDER = List.of(
            SamlNames.IDENTIFIANT_STRUCTURE,
            SamlNames.SECTEUR_ACTIVITE,
            SamlNames.SUBJECT_ID,
            SamlNames.ROLE,
            SamlNames.VIHF_VERSION,
            SamlNames.AUTHENTIFICATION_MODE,
            SamlNames.RESOURCE_ID,
            SamlNames.RESSOURCE_URN,
            SamlNames.PURPOSE_OF_USE,
            SamlNames.LPS_ID,
            SamlNames.LPS_NOM,
            SamlNames.LPS_VERSION,
            SamlNames.LPS_ID_HOMOLOGATION_DMP);

    void check(ParsedAssertion vihf, ShapeRefusals refusals) {
        checkContext(vihf.authnContextClass().orElse(""), refusals);
        checkLpsId(vihf, refusals);
        checkStructure(vihf, refusals);
        checkOrder(vihf, refusals.call());
    }

    private void checkContext(String seen, ShapeRefusals refusals) {
        refusals.call().notes().note(Fact.VIHF_AUTHN_CONTEXT, seen, ShapeRefusals.where(CONTEXT));
        boolean any = choices.authnContexts().isEmpty();
        boolean taken = any
                ? seen.startsWith(CLASSES) && seen.length() > CLASSES.length()
                : choices.authnContexts().contains(seen);
        if (!taken) {
            Observed expected = any
                    ? new Observed(CLASSES + "…", "SAML 2.0 Authentication Context §3.4")
                    : ShapeRefusals.listed(choices.authnContexts(), "authnContexts");
            refusals.attribute(CONTEXT, expected, seen);
        }
    }

    private void checkLpsId(ParsedAssertion vihf, ShapeRefusals refusals) {
        String where = ShapeRefusals.where(SamlNames.LPS_ID);
        String seen = vihf.text(SamlNames.LPS_ID).orElse("");
        refusals.call().note(Fact.VIHF_LPS_ID, seen, where);
        if (seen.isBlank()) {
            refusals.call()
                    .variant(
                            Variant.LPS_ID_ABSENT,
                            where,
                            choices.lpsId(),
                            () -> refusals.wrongAttribute(
                                    SamlNames.LPS_ID, new Observed(SamlNames.LPS_ID, "settings.dmp.lpsId"), ""));
        }
    }

    /** Behind an API PSC the certificate is the proxy operator's: by default nothing is compared. */
    private void checkStructure(ParsedAssertion vihf, ShapeRefusals refusals) {
        boolean indirect = vihf.authentificationMode()
                .filter(mode -> mode.startsWith("INDIRECTE"))
                .isPresent();
        Optional<ObservedCertificate> certificate =
                PeerEvidence.of(refusals.call().request().peer()).client().presented();
        Optional<String> unit = certificate.flatMap(ObservedCertificate::organisationalUnit);
        String seen = vihf.text(SamlNames.IDENTIFIANT_STRUCTURE).orElse("");
        if (!indirect || unit.isEmpty() || unit.get().equals(seen)) {
            return;
        }
        String where = ShapeRefusals.where(SamlNames.IDENTIFIANT_STRUCTURE);
        refusals.call()
                .variant(
                        Variant.STRUCTURE_IS_NOT_CERTIFICATES,
                        where,
                        choices.structure(),
                        () -> refusals.refusal(
                                FaultCause.STRUCTURE_DIFFERS,
                                Text.of(
                                                "le VIHF agit pour la structure {0}, le certificat client est de {1}. En mode"
                                                        + " indirect, mettez dans Identifiant_Structure celle du certificat",
                                                "the VIHF acts for structure {0}, the client certificate is of {1}. In an"
                                                        + " indirect mode, put the certificate's in Identifiant_Structure")
                                        .with(Call.cut(seen), unit.get()),
                                "Erreur d'authentification de la personne morale",
                                new Observed(unit.get(), certificate.get().where("OU")),
                                new Observed(Call.cut(seen), where)));
    }

    private static void checkOrder(ParsedAssertion vihf, Call call) {
        List<String> known = vihf.attributes().keySet().stream()
                .map(name ->
                        name.equals(SamlNames.AUTHENTIFICATION_MODE_CAPITAL) ? SamlNames.AUTHENTIFICATION_MODE : name)
                .filter(ORDER::contains)
                .distinct()
                .toList();
        if (!known.equals(ORDER.stream().filter(known::contains).toList())) {
            call.report(Variant.ATTRIBUTE_ORDER, "VIHF/AttributeStatement");
        }
    }
}

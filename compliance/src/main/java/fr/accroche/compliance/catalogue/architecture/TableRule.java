package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.obligation.Obligations;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.text.Text;
import java.util.List;

/**
 * A rule that asks for what the webinar's tables ask for; the tables say the rest.
 *
 * @param card the rule
 */
public record TableRule(RuleCard card) implements DeclaredRule {

    /** All of them. */
    public static final List<TableRule> ALL = List.of(
            new TableRule(RuleCard.violation(
                            "HAB-01",
                            Text.of(
                                    "Les habilitations des éditeurs couvrent celles que le tableau demande, composant par composant.",
                                    "The editors' habilitations cover those that the table asks for, component by component."),
                            Citation.webinar(
                                    "réponse « Dans une architecture SaaS… »",
                                    "Le Composant Principal LPS et le Proxy e-Santé doivent être habilités dans l'Espace de Confiance PSC selon son rôle."),
                            Text.of(
                                    "Déposer le dossier au guichet EDC PSC, ou le faire aboutir : {expected} ; trouvé : {observed}.",
                                    "Hand in the file at the EDC PSC guichet, or see it through: {expected}; found: {observed}."),
                            Owner.EDITEUR_LPS,
                            Owner.EDITEUR_PROXY,
                            Owner.EDITEUR_ADDITIONNEL)
                    .because(Text.of(
                            "L'API Credential refuse un client_id dont le logiciel ou le proxy n'est pas habilité.",
                            "The API Credential refuses a client_id whose software or proxy is not habilité."))),
            new TableRule(
                    RuleCard.violation(
                                    "HAB-03",
                                    Text.of(
                                            "Le fournisseur d'un proxy tiers détient l'ELP, et l'OSP s'il l'opère.",
                                            "The supplier of a third-party proxy holds the ELP, and the OSP if it operates the proxy."),
                                    Citation.webinar(
                                            "« Architectures avec Proxy Tiers », parcours",
                                            "Le fournisseur du proxy doit obtenir les habilitations ELP et OSP"),
                                    Text.of(
                                            "Demander au fournisseur du proxy où en est son dossier, ou en changer : {expected} ; trouvé : {observed}.",
                                            "Ask the proxy's supplier how far its file is, or take another: {expected}; found: {observed}."),
                                    Owner.EDITEUR_PROXY,
                                    Owner.EDITEUR_LPS)
                            .because(
                                    Text.of(
                                            "Le proxy tiers doit déjà être habilité : sans lui, le lien avec le LPS ne peut pas être validé.",
                                            "A third-party proxy must be habilité already: without it the link with the LPS cannot be validated."))),
            new TableRule(
                    RuleCard.violation(
                                    "OPE-01",
                                    Text.of(
                                            "Les habilitations des opérateurs couvrent celles que le tableau demande.",
                                            "The operators' habilitations cover those that the table asks for."),
                                    Citation.webinar(
                                            "annexe « Tableaux de synthèse », opérateurs",
                                            "Opérateur de Service Utilisateur = Editeur du LPS"),
                                    Text.of(
                                            "Candidater au guichet opérateur de l'EDC PSC une fois l'habilitation d'éditeur obtenue, ou y faire aboutir le dossier : {expected} ; trouvé : {observed}.",
                                            "Apply at the operator guichet of the EDC PSC once the editor's habilitation is obtained, or see the file through: {expected}; found: {observed}."),
                                    Owner.OPERATEUR_LPS,
                                    Owner.OPERATEUR_PROXY)
                            .because(
                                    Text.of(
                                            "Un client_id appartient à un couple (logiciel, opérateur) : sans opérateur habilité, il n'y en a pas.",
                                            "A client_id belongs to a (software, operator) pair: without a habilité operator there is none."))),
            new TableRule(
                    RuleCard.violation(
                                    "CND-01",
                                    Text.of(
                                            "Les homologations (DMP) et certifications (INSi, ON) couvrent ce que le tableau demande, téléservice par téléservice.",
                                            "The homologations (DMP) and certifications (INSi, ON) cover what the table asks for, téléservice by téléservice."),
                                    Citation.webinar(
                                            "« L'architecture de la solution logicielle en vague 2 »",
                                            "Doit obtenir l'homologation CNDA (DMP) et les certifications (INSi, ON)"),
                                    Text.of(
                                            "Déposer la demande au CNDA, le PMT validé et l'accrochage fait, ou la faire aboutir : {expected} ; trouvé : {observed}.",
                                            "Hand in the request at the CNDA, the PMT validated and the accrochage done, or see it through: {expected}; found: {observed}."),
                                    Owner.EDITEUR_LPS,
                                    Owner.EDITEUR_ADDITIONNEL)
                            .because(
                                    Text.of(
                                            "Le téléservice vérifie le numéro de chaque requête : sans homologation, il n'y a pas de numéro.",
                                            "The téléservice checks the number of each request: without a homologation there is no number."))),
            new TableRule(RuleCard.violation(
                            "CND-05",
                            Text.of(
                                    "Un composant tiers déjà homologué ne dispense pas le composant principal de sa propre demande.",
                                    "A third-party component that is homologated already does not exempt the composant principal from its own request."),
                            Citation.webinar(
                                    "réponse « … dans quels cas dois-je faire une demande d'homologation au CNDA »",
                                    "L'utilisation d'un composant tiers déjà homologué par le CNDA ne dispense pas systématiquement de réaliser une demande dans le cadre de la mise en conformité de votre solution logicielle."),
                            Text.of(
                                    "Déposer au CNDA la demande du composant principal, plus rapide grâce au composant déjà homologué : {expected} ; trouvé : {observed}.",
                                    "Hand in the composant principal's own request at the CNDA, quicker thanks to the homologated component: {expected}; found: {observed}."),
                            Owner.EDITEUR_LPS)
                    .because(Text.of(
                            "Le numéro d'un composant additionnel ne part pas à la place de celui du composant principal.",
                            "An add-on's number is not sent in the place of the composant principal's."))),
            new TableRule(RuleCard.violation(
                            "CND-06",
                            Text.of(
                                    "Qui opère le LPS et une instance dédiée de l'autonome fait homologuer leur interfaçage, pour le DMP.",
                                    "Who operates the LPS and a dedicated instance of the autonome has their interfacing homologated, for the DMP."),
                            Citation.webinar(
                                    "« Deuxième cas de figure »",
                                    "le composant principal de la solution logicielle PS doit passer une homologation d'interfaçage avec l'application autonome (tierce) dans le cadre de la conformité DMP."),
                            Text.of(
                                    "Demander au CNDA l'homologation d'interfaçage et la déclarer sous interfacings : {expected} ; trouvé : {observed}.",
                                    "Ask the CNDA for the interfacing homologation and declare it under interfacings: {expected}; found: {observed}."),
                            Owner.EDITEUR_LPS)
                    .because(Text.of(
                            "Le service ne voit que le client_id du LPS : le CNDA doit connaître ce qui parle derrière lui.",
                            "The service sees the LPS's client_id only: the CNDA must know what speaks behind it."))),
            new TableRule(
                    RuleCard.violation(
                                    "PEN-01",
                                    Text.of(
                                            "Les tests d'intrusion couvrent ce que le tableau demande.",
                                            "The intrusion tests cover what the table asks for."),
                                    Citation.webinar(
                                            "annexe « Tableaux de synthèse », tests d'intrusion",
                                            "OUI par l'Éditeur LPS"),
                                    Text.of(
                                            "Faire réaliser le test d'intrusion et le déclarer sous intrusionTest : {expected} ; trouvé : {observed}.",
                                            "Have the intrusion test done and declare it under intrusionTest: {expected}; found: {observed}."),
                                    Owner.EDITEUR_LPS,
                                    Owner.EDITEUR_PROXY,
                                    Owner.EDITEUR_ADDITIONNEL)
                            .because(
                                    Text.of(
                                            "Chaque éditeur répond de la sécurité de son composant, preuves à l'appui, devant l'EDC PSC.",
                                            "Each editor answers for the security of its component, with proofs, before the EDC PSC."))));

    @Override
    public List<DeclaredFinding> check(Dossier dossier) {
        return Obligations.findings(card, dossier);
    }
}

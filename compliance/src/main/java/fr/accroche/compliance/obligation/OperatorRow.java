package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** Which opérateur is habilité by the EDC PSC (fourth table of the webinar's annexes). */
public enum OperatorRow implements Row {
    O1(
            "Opérateur de Service Utilisateur = Editeur du LPS",
            "Operator of the user service = the LPS's editor",
            "OUI",
            "Exemple : Editeur de Solution hébergée en SAAS ou Editeur de Solution de LGC/LGO/RIS hébergée on"
                    + " Premise dans une structure libérale."),
    O2(
            "Opérateur de Service Utilisateur = Structure de santé",
            "Operator of the user service = a health structure",
            "OUI",
            "Exemple : Un ES qui opère une Solution RIS On Premise et qui a raccordé un RIS à ProSantéConnect en tant"
                    + " que Fournisseur de Service..",
            "!\\ cas hors Ségur Vague 2 pour le RIS"),
    O3(
            "Opérateur de Proxy e-Santé = Editeur du Proxy e-Santé",
            "Operator of the Proxy e-Santé = the Proxy e-Santé's editor",
            "OUI",
            "Le Proxy e-Santé est nécessairement hébergé en SAAS qu'il soit intégré à/natif de la Solution de LPS ou"
                    + " qu'il soit un Proxy tiers mutualisé."),
    O4(
            "Opérateur de Proxy e-Santé = Structure de santé",
            "Operator of the Proxy e-Santé = a health structure",
            "OUI",
            "Exemple : un CHU qui souhaiterait opérer ses propres instances de Proxy dans son SI. Nécessité de"
                    + " valider les exigences EDC PSC Opérateur de Proxy.",
            "!\\ Si la structure souhaite mutualiser son Proxy e-Santé à plusieurs Logiciels Utilisateurs, il"
                    + " faudrait que le Proxy e-Santé soit interopérable avec toutes les offres de Logiciel"
                    + " Utilisateur.",
            "!\\ cas hors Ségur Vague 2 pour le DPI"),
    O5(
            "Opérateur de Service Utilisateur = Opérateur du Composant Additionnel Autonome",
            "Operator of the user service = operator of the autonomous add-on",
            "OUI",
            "L'Opérateur opère les 2 solutions interfacées.",
            "Seul le cliend_id du LPS est visible par le service accédé via une API PSC."),
    /** The transcript writes "⇔" for the sign opposed to the "=" of O5: the two operators are not the same. */
    O6(
            "Opérateur de Service Utilisateur ⇔ Opérateur du Composant Additionnel Autonome",
            "Operator of the user service ≠ operator of the autonomous add-on",
            "NON L'Opérateur du LPS N'est PAS enregistré dans l'EDC PSC Opérateur. L'Editeur du LPS N'est PAS"
                    + " enregistré dans l'EDC PSC Opérateur. L'Editeur du LPS N'est PAS homologué au CNDA.");

    private final Text situation;
    private final Cell habilitation;
    private final List<String> remarks;

    OperatorRow(String words, String english, String habilitation, String... remarks) {
        this.situation = Text.of(words, english);
        this.habilitation = Cell.of(habilitation);
        this.remarks = List.of(remarks);
    }

    @Override
    public Text situation() {
        return situation;
    }

    /** Second column: the operator's habilitation, OSU or OSP as the line names the user service or the proxy. */
    public Cell habilitation() {
        return habilitation;
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public Citation citation() {
        return Citation.webinar("annexe « Tableaux de synthèse », habilitation EDC PSC opérateur", situation.fr());
    }
}

package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** Which éditeur is habilité by the EDC PSC, and as what (second table of the webinar's annexes). */
public enum HabilitationRow implements Row {
    S1(
            "Composant Principal (LPS)",
            "Principal component (LPS)",
            "OUI",
            "OUI",
            "NON",
            "Dans le cas d'un Proxy tiers, le Proxy doit déjà être habilité dans l'EDC PSC en tant qu'éditeur."),
    S2(
            "Composant Additionnel Non Autonome (EAI) (pas éligible à l'EDC PSC Editeur)",
            "Non-autonomous add-on (EAI) (not eligible for the EDC PSC as an editor)",
            "NON",
            "NON",
            "NC",
            "Le CNDA homologue ce logiciel, en revanche l'EDC PSC n'habilite pas de composant additionnel non"
                    + " autonome."),
    S3(
            "Composant Principal (LPS) intégrant un Composant Additionnel Non Autonome (dans le LPS)",
            "Principal component (LPS) integrating a non-autonomous add-on (in the LPS)",
            "OUI",
            "OUI",
            "OUI",
            "Le logiciel utilisé comme Composant Additionnel Non Autonome doit déjà être homologué au CNDA."),
    S4(
            "Proxy e-Santé qui intègre un Composant additionnel non autonome (EAI librairie)",
            "Proxy e-Santé that integrates a non-autonomous add-on (EAI library)",
            "NON",
            "OUI",
            "OUI"),
    S5(
            "Composant Additionnel Autonome",
            "Autonomous add-on",
            "OUI",
            "OUI",
            "NC",
            "Même parcours que le Composant Principal (LPS)."),
    S6(
            "Composant Principal (LPS) intégrant un Composant Additionnel Autonome qui sera opérée par l'Editeur du"
                    + " LPS",
            "Principal component (LPS) integrating an autonomous add-on to be operated by the LPS's editor",
            "OUI",
            "OUI",
            "OUI"),
    S7(
            "Composant Principal (LPS) intégrant un Composant Additionnel Autonome qui sera opérée par l'Editeur du"
                    + " Composant Additionnel (pas éligible à l'EDC PSC Editeur)",
            "Principal component (LPS) integrating an autonomous add-on to be operated by the add-on's editor (not"
                    + " eligible for the EDC PSC as an editor)",
            "NON (géré par l'Editeur du Composant Additionnel)",
            "NON (géré par l'Editeur du Composant Additionnel)",
            "NC",
            "Le Composant Additionnel et son proxy doivent déjà être habilités dans l'EDC PSC en tant qu'Editeur.",
            "Le logiciel utilisé comme Composant Additionnel Autonome doit être homologué au CNDA.");

    private final Text situation;
    private final Cell elu;
    private final Cell elp;
    private final Cell subContracting;
    private final List<String> remarks;

    HabilitationRow(String words, String english, String elu, String elp, String subContracting, String... remarks) {
        this.situation = Text.of(words, english);
        this.elu = Cell.of(elu);
        this.elp = Cell.of(elp);
        this.subContracting = Cell.of(subContracting);
        this.remarks = List.of(remarks);
    }

    @Override
    public Text situation() {
        return situation;
    }

    /** Second column: éditeur de logiciel utilisateur. */
    public Cell elu() {
        return elu;
    }

    /** Third column: éditeur de logiciel proxy, its own proxy or a third party's. */
    public Cell elp() {
        return elp;
    }

    /** Fourth column: whether the add-on's editor may bring part of the proofs. */
    public Cell subContracting() {
        return subContracting;
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public Citation citation() {
        return Citation.webinar("annexe « Tableaux de synthèse », habilitations EDC PSC éditeur", situation.fr());
    }
}

package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** Who takes a file to the CNDA, and whose number the téléservices receive (first table of the webinar's annexes). */
public enum HomologationRow implements Row {
    C1(
            "Composant Principal (LPS)",
            "Principal component (LPS)",
            "OUI",
            "OUI",
            "Au CNDA sont homologués des logiciels."),
    C2(
            "Logiciel pouvant être utilisé comme Composant Additionnel non autonome (EAI pour DMP, moteur à IHM"
                    + " masquée pour INSi)",
            "Software usable as a non-autonomous add-on (EAI for the DMP, engine with a masked interface for INSi)",
            "OUI",
            "NON"),
    C3(
            "Composant Principal (LPS) qui intègre un Composant additionnel non autonome",
            "Principal component (LPS) that integrates a non-autonomous add-on",
            "OUI",
            "OUI"),
    C4(
            "Proxy e-Santé qui intègre un Composant additionnel non autonome",
            "Proxy e-Santé that integrates a non-autonomous add-on",
            "NON",
            "NON"),
    C5(
            "Logiciel pouvant être utilisé comme Composant Additionnel Autonome",
            "Software usable as an autonomous add-on",
            "OUI",
            "OUI (si l'Editeur du Composant Additionnel opère ce Composant)"),
    C6(
            "Composant Principal (LPS) interfacé avec un Composant Additionnel Autonome opéré par l'Editeur du"
                    + " Composant Principal (LPS)",
            "Principal component (LPS) interfaced with an autonomous add-on operated by the editor of the principal"
                    + " component (LPS)",
            "OUI",
            "OUI",
            "Les Composants Additionnels doivent être homologués au CNDA pour être intégrés ou pour être interfacés"
                    + " avec le Composant LPS Principal.",
            "L'Editeur du Composant LPS Principal opère ou non le Composant Additionnel Autonome."),
    C7(
            "Composant Principal (LPS) interfacé avec un Composant Additionnel Autonome non opéré par l'Editeur du"
                    + " Composant Principal (LPS) Sauf pour L'ORDONNANCE NUMERIQUE",
            "Principal component (LPS) interfaced with an autonomous add-on not operated by the editor of the"
                    + " principal component (LPS), except for the ORDONNANCE NUMÉRIQUE",
            "NON *",
            "NON");

    private final Text situation;
    private final Cell file;
    private final Cell numberSent;
    private final List<String> remarks;

    HomologationRow(String words, String english, String file, String numberSent, String... remarks) {
        this.situation = Text.of(words, english);
        this.file = Cell.of(file);
        this.numberSent = Cell.of(numberSent);
        this.remarks = List.of(remarks);
    }

    @Override
    public Text situation() {
        return situation;
    }

    /** Second column: whether a file goes to the CNDA. */
    public Cell file() {
        return file;
    }

    /** Third column: whether its number is used in production and sent to the téléservices. */
    public Cell numberSent() {
        return numberSent;
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public Citation citation() {
        return Citation.webinar("annexe « Tableaux de synthèse », homologations CNDA", situation.fr());
    }
}

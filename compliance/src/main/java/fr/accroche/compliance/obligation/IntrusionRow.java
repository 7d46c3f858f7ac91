package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;

/** Who has the intrusion tests done (third table of the webinar's annexes). */
public enum IntrusionRow implements Row {
    P1(
            "Composant Principal (LPS)",
            "Principal component (LPS)",
            "OUI par l'Éditeur LPS",
            "OUI par l'Éditeur du Proxy e-Santé"),
    P2("Composant Additionnel Non Autonome (EAI)", "Non-autonomous add-on (EAI)", "NON", "NON"),
    P3(
            "Solution LPS intégrant un Composant Additionnel Non Autonome",
            "LPS solution integrating a non-autonomous add-on",
            "OUI par l'Éditeur LPS",
            "OUI par l'Éditeur du Proxy e-Santé"),
    P4(
            "Proxy e-Santé intégrant ou non un Composant Additionnel Non Autonome",
            "Proxy e-Santé, integrating a non-autonomous add-on or not",
            "NON",
            "OUI"),
    P5(
            "Solution LPS qui utilise un Proxy e-Santé intégrant un Composant Additionnel Non Autonome",
            "LPS solution using a Proxy e-Santé that integrates a non-autonomous add-on",
            "OUI par l'Éditeur LPS",
            "OUI par l'Éditeur du Proxy e-Santé"),
    P6(
            "Composant Additionnel Autonome",
            "Autonomous add-on",
            "OUI par l'Éditeur du Composant Additionnel",
            "OUI par l'Éditeur du Proxy e-Santé"),
    P7(
            "Solution LPS intégrant un Composant Additionnel Autonome",
            "LPS solution integrating an autonomous add-on",
            "OUI par l'Éditeur de LPS",
            "NC");

    private final Text situation;
    private final Cell byLpsEditor;
    private final Cell byProxyEditor;

    IntrusionRow(String words, String english, String byLpsEditor, String byProxyEditor) {
        this.situation = Text.of(words, english);
        this.byLpsEditor = Cell.of(byLpsEditor);
        this.byProxyEditor = Cell.of(byProxyEditor);
    }

    @Override
    public Text situation() {
        return situation;
    }

    /** Second column. In P6 its words name the add-on's editor instead. */
    public Cell byLpsEditor() {
        return byLpsEditor;
    }

    /** Third column. */
    public Cell byProxyEditor() {
        return byProxyEditor;
    }

    @Override
    public Citation citation() {
        return Citation.webinar("annexe « Tableaux de synthèse », tests d'intrusion", situation.fr());
    }
}

package fr.accroche.compliance.rule;

import fr.accroche.compliance.text.Text;

/** Who can apply a remedy. */
public enum Owner {
    EDITEUR_LPS("éditeur du LPS", "editor of the LPS"),
    EDITEUR_PROXY("éditeur du proxy", "editor of the proxy"),
    EDITEUR_ADDITIONNEL("éditeur du composant additionnel", "editor of the add-on"),
    MANDATAIRE("mandataire du groupement", "mandataire of the groupement"),
    OPERATEUR_LPS("opérateur du LPS", "operator of the LPS"),
    OPERATEUR_PROXY("opérateur du proxy", "operator of the proxy"),
    GUICHET("guichet EDC PSC", "EDC PSC guichet"),
    CNDA("CNDA", "CNDA"),
    SERVICE("service national (API PSC, EDC)", "national service (API PSC, EDC)");

    private final Text title;

    Owner(String fr, String en) {
        this.title = Text.of(fr, en);
    }

    public Text title() {
        return title;
    }
}

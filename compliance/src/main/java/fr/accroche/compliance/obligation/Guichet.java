package fr.accroche.compliance.obligation;

import fr.accroche.compliance.text.Text;

/** Who is asked for a right. */
public enum Guichet {
    SEGUR("guichet Ségur (Convergence)", "Ségur guichet (Convergence)"),
    EDC_PSC("guichet EDC PSC", "EDC PSC guichet"),
    CNDA("CNDA", "CNDA");

    private final Text title;

    Guichet(String fr, String en) {
        this.title = Text.of(fr, en);
    }

    public Text title() {
        return title;
    }
}

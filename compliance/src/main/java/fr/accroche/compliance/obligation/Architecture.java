package fr.accroche.compliance.obligation;

import fr.accroche.compliance.text.Text;

/** The architectures of the webinar ("Les types d'architecture"); the fifth in its two variants. */
public enum Architecture {
    PROXY_INTEGRE(Text.of("proxy intégré", "proxy intégré (integrated proxy)")),
    PROXY_PARTAGE(Text.of("proxy partagé", "proxy partagé (shared proxy)")),
    PROXY_TIERS(Text.of("proxy tiers", "proxy tiers (third-party proxy)")),
    AUTONOME_PROXY_TIERS(Text.of(
            "composant additionnel autonome + proxy tiers", "autonome (autonomous add-on) + third-party proxy")),
    NON_AUTONOME_DANS_LPS(
            Text.of("composant additionnel non autonome dans le LPS", "non autonome (integrated add-on) in the LPS")),
    NON_AUTONOME_DANS_PROXY(Text.of(
            "composant additionnel non autonome dans le proxy", "non autonome (integrated add-on) in the proxy"));

    private final Text title;

    Architecture(Text title) {
        this.title = title;
    }

    public Text title() {
        return title;
    }
}

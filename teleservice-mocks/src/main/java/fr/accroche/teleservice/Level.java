package fr.accroche.teleservice;

import fr.accroche.compliance.text.Text;

/** Where a téléservice refuses, in the order in which it looks. */
enum Level {
    /** The client certificate of the connection. */
    TLS("niveau TLS", "TLS level"),
    /** The API access token. */
    TOKEN("niveau jeton", "token level"),
    /** Whether client, certificate and software belong together: what the API Credential knows, and the service's register. */
    CREDENTIAL("niveau habilitation", "credential level"),
    /** The assertion that the LPS made. */
    SAML("niveau SAML", "SAML level"),
    /** What the request itself says. */
    BUSINESS("niveau métier", "business level");

    private final Text title;

    Level(String fr, String en) {
        this.title = Text.of(fr, en);
    }

    /** The sentence, with the level before it. */
    Text says(Text sentence) {
        return new Text(title.fr() + " : " + sentence.fr(), title.en() + ": " + sentence.en());
    }
}

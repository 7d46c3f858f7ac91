package fr.accroche.scenarios.report.html;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.text.Text;
import java.util.stream.Stream;

/** Who calls or is called, from left to right, under the names that the guide of the CI-SIS gives them. */
enum Actor {
    LPS("lps", Text.verbatim("LPS")),
    PROXY("proxy", Text.verbatim("Proxy e-Santé")),
    PSC("psc", Text.verbatim("Pro Santé Connect")),
    API_PSC("api-psc", Text.of("Serveur d'autorisation API PSC", "API PSC authorization server")),
    CREDENTIAL_API("credential-api", Text.verbatim("API Credential")),
    DMP("dmp", Text.verbatim("Téléservice DMP")),
    INSI("insi", Text.verbatim("Téléservice INSi")),
    ON("on", Text.verbatim("Téléservice ON")),
    CONFORMITE("conformite", Text.of("API de conformité", "Conformity API")),
    /** One that no name says. */
    OTHER("", Text.of("Autre serveur", "Other server"));

    private final String server;
    private final Text title;

    Actor(String server, Text title) {
        this.server = server;
        this.title = title;
    }

    Text title() {
        return title;
    }

    /** The one that notes hops under this name; an authorization server may have more after its own. */
    static Actor of(String server) {
        return Stream.of(values())
                .filter(actor -> actor.server.equals(server))
                .findFirst()
                .orElse(server.startsWith(API_PSC.server + "-") ? API_PSC : OTHER);
    }

    /** The one that plays the téléservice of this label. */
    static Actor ofService(String label) {
        return Teleservice.named(label)
                .map(service -> switch (service) {
                    case DMP -> DMP;
                    case INSI -> INSI;
                    case ON -> ON;
                    case CONFORMITE -> CONFORMITE;
                    case MSSANTE -> OTHER;
                })
                .orElse(OTHER);
    }
}

package fr.accroche.compliance.declaration;

import java.util.Arrays;
import java.util.Optional;

/** The national services behind an API PSC, and the ANS conformity API. */
public enum Teleservice {
    DMP("DMP", "dmp"),
    INSI("INSi", "insi"),
    ON("ON", "on"),
    /** {@code POST /signsessiondata}: every client may call it, no homologation is involved. */
    CONFORMITE("CONFORMITE", "signsessiondata");

    private final String label;
    private final String route;

    Teleservice(String label, String route) {
        this.label = label;
        this.route = route;
    }

    /** As written in declarations and reports. */
    public String label() {
        return label;
    }

    /** As in the proxy's path {@code /send/<route>/…} and in the realm's name. */
    public String route() {
        return route;
    }

    /** By label or route, without case. */
    public static Optional<Teleservice> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.label.equalsIgnoreCase(name) || service.route.equalsIgnoreCase(name))
                .findFirst();
    }
}

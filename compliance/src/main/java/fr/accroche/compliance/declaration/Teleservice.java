package fr.accroche.compliance.declaration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The national services behind an API PSC, and the ANS conformity API. */
public enum Teleservice {
    DMP("DMP", "dmp"),
    INSI("INSi", "insi"),
    ON("ON", "on"),
    /** Counts for the architecture; it is not simulated. */
    MSSANTE("MSSanté", "mssante"),
    /** {@code POST /signsessiondata}: every client may call it, no homologation is involved. */
    CONFORMITE("CONFORMITE", "signsessiondata");

    /** Those that a solution may declare. */
    public static final List<Teleservice> DECLARABLE = List.of(DMP, INSI, ON, MSSANTE);

    /** Those that the CNDA homologates or certifies a software for (webinar: "Homologations CNDA (DMP, InSi, ON)"). */
    public static final List<Teleservice> HOMOLOGATED = List.of(DMP, INSI, ON);

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

    /** Whether the chain has it. */
    public boolean simulated() {
        return this != MSSANTE;
    }

    /** By label or route, without case. */
    public static Optional<Teleservice> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.label.equalsIgnoreCase(name) || service.route.equalsIgnoreCase(name))
                .findFirst();
    }
}

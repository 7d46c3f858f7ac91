package fr.accroche.compliance.fidelity;

/** The public documents that what is simulated was written from, by their headings in {@code docs/sources.md}. */
public enum PublicSource {
    WEBINAR("Webinar"),
    FAQ("FAQ"),
    ANS_PROXY("ANS proxy"),
    PSC_SAMPLES("PSC samples"),
    KEYCLOAK("Keycloak"),
    CI_SIS("CI-SIS"),
    IGC_SANTE_SAMPLES("IGC-Santé samples"),
    NOS("NOS"),
    DMP_AND_INSI_SAMPLES("DMP and INSi samples"),
    IHE("IHE");

    private final String heading;

    PublicSource(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }
}

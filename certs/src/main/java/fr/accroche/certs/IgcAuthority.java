package fr.accroche.certs;

/** An authority of a branch, as its published files name it (docs/sources.md, IGC-Santé samples). */
public enum IgcAuthority {
    /** Signs the intermediate; publishes lists, and answers no OCSP. */
    ROOT("ACR-EL"),
    /** Signs end entities. */
    INTERMEDIATE("ACI-EL-ORG");

    private final String label;

    IgcAuthority(String label) {
        this.label = label;
    }

    /** For example {@code ACI-EL-ORG}, in both branches. */
    public String label() {
        return label;
    }

    /** For example {@code ACI-EL-ORG-TEST}: what its files are called, without extension. */
    public String fileName(Branch branch) {
        return label + IgcNames.of(branch).suffix();
    }
}

package fr.accroche.certs;

import fr.accroche.certs.SubjectName.Attribute;
import java.util.List;

/**
 * How the authorities of a branch are called: the shape of the real ones (docs/sources.md, IGC-Santé samples), under
 * names and hosts that can never be taken for them ({@code .invalid} resolves nowhere, RFC 2606 §2).
 *
 * @param folder name of the branch's folder
 * @param marker what the real test authorities carry before their CN
 * @param unit the OU that names the tree
 * @param suffix what the real test addresses carry
 * @param category value of the private extension 1.2.250.1.71.1.2.5
 */
record IgcNames(String folder, String marker, String unit, String suffix, byte category) {
    private static final String WEB = "http://igc-simulee.accroche.invalid/";
    private static final String DIRECTORY = "ldap://annuaire-igc-simulee.accroche.invalid/";

    static IgcNames of(Branch branch) {
        return switch (branch) {
            case TEST -> new IgcNames("test", "TEST ", "IGC-SIMULEE TEST", "-TEST", (byte) 0x83);
            case PRODUCTION -> new IgcNames("production", "", "IGC-SIMULEE", "", (byte) 0x03);
        };
    }

    List<Attribute> root() {
        return authority("AC RACINE SIMULEE ELEMENTAIRE");
    }

    List<Attribute> intermediate() {
        return authority("AC SIMULEE ELEMENTAIRE ORGANISATIONS");
    }

    String practiceStatement() {
        return WEB + (suffix.isEmpty() ? "PC/" : "PC%20TEST/");
    }

    String intermediateCertificate() {
        return WEB + (suffix.isEmpty() ? "AC/" : "AC%20TEST/") + "ACI-EL-ORG" + suffix + ".cer";
    }

    String ocsp() {
        return "http://ocsp-simule.accroche.invalid";
    }

    /** Where the list of what the root has revoked would be: on the web, then in the directory. */
    List<String> rootRevocations() {
        return List.of(WEB + "CRL/ACR-EL" + suffix + ".crl", directory("ACR-EL", "certificaterevocationlist"));
    }

    /** Where the list of what the intermediate has revoked would be: on the web, then in the directory. */
    List<String> intermediateRevocations() {
        return List.of(WEB + "CRL/ACI-EL-ORG" + suffix + ".crl", directory("ACI-EL-ORG", "certificaterevocationlist"));
    }

    List<String> freshestRevocations() {
        return List.of(directory("ACI-EL-ORG", "deltarevocationlist"));
    }

    private String directory(String authority, String attribute) {
        return DIRECTORY + "cn=" + authority + suffix + ",ou=IGC-SIMULEE,c=FR?" + attribute + ";binary?base";
    }

    private List<Attribute> authority(String commonName) {
        return List.of(
                Attribute.text(AttributeType.COUNTRY, "FR"),
                Attribute.text(AttributeType.ORGANISATION, "ACCROCHE SIMULATEUR"),
                Attribute.text(AttributeType.ORGANISATIONAL_UNIT, "0002 000000000"),
                Attribute.text(AttributeType.ORGANISATIONAL_UNIT, unit),
                Attribute.text(AttributeType.COMMON_NAME, marker + commonName));
    }
}

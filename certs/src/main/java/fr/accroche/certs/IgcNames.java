package fr.accroche.certs;

import fr.accroche.certs.SubjectName.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How the authorities of a branch are called: the shape of the real ones (docs/sources.md, IGC-Santé samples), under
 * names and hosts that can never be taken for them ({@code .invalid} resolves nowhere, RFC 2606 §2). The look-alikes bear
 * the real names, which some clients compare, and a mark beside them.
 *
 * @param folder name of their folder
 * @param organisation the O
 * @param units every OU: the agency, the tree, and the mark if there is one
 * @param root the root's CN
 * @param intermediate the intermediate's CN
 * @param suffix what the real test addresses carry
 * @param category value of the private extension 1.2.250.1.71.1.2.5
 */
record IgcNames(
        String folder,
        String organisation,
        List<String> units,
        String root,
        String intermediate,
        String suffix,
        byte category) {
    private static final String WEB = "http://igc-simulee.accroche.invalid/";
    private static final String DIRECTORY = "ldap://annuaire-igc-simulee.accroche.invalid/";
    private static final String OURS = "ACCROCHE SIMULATEUR";
    private static final String OUR_AGENCY = "0002 000000000";

    /** Where a card's holder has an account; the real domain is carte-cps.fr. */
    static final String CARDS = "carte-cps.accroche.invalid";

    /** What betrays a look-alike: an OU of its authorities, and the value of {@link Oids#LOOK_ALIKE} in all they sign. */
    static final String MARK = OURS + " - CERTIFICAT FACTICE";

    static final IgcNames LOOK_ALIKE = new IgcNames(
            "test-sosie",
            "ASIP-SANTE",
            List.of("0002 187512751", "IGC-SANTE TEST", MARK),
            "TEST AC RACINE IGC-SANTE ELEMENTAIRE",
            "TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS",
            "-TEST",
            (byte) 0x83);

    static IgcNames of(Branch branch) {
        return switch (branch) {
            case TEST ->
                new IgcNames(
                        "test",
                        OURS,
                        List.of(OUR_AGENCY, "IGC-SIMULEE TEST"),
                        "TEST AC RACINE SIMULEE ELEMENTAIRE",
                        "TEST AC SIMULEE ELEMENTAIRE ORGANISATIONS",
                        "-TEST",
                        (byte) 0x83);
            case PRODUCTION ->
                new IgcNames(
                        "production",
                        OURS,
                        List.of(OUR_AGENCY, "IGC-SIMULEE"),
                        "AC RACINE SIMULEE ELEMENTAIRE",
                        "AC SIMULEE ELEMENTAIRE ORGANISATIONS",
                        "",
                        (byte) 0x03);
        };
    }

    /** The OU that names the tree. */
    String tree() {
        return units.get(1);
    }

    boolean lookAlike() {
        return units.contains(MARK);
    }

    List<Set<Attribute>> rootSubject() {
        return authority(root);
    }

    List<Set<Attribute>> intermediateSubject() {
        return authority(intermediate);
    }

    /** Who signs OCSP responses. */
    List<Set<Attribute>> responder() {
        return authority("REPONDEUR OCSP SIMULE");
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

    private List<Set<Attribute>> authority(String commonName) {
        List<Set<Attribute>> subject = new ArrayList<>();
        subject.add(Set.of(Attribute.text(AttributeType.COUNTRY, "FR")));
        subject.add(Set.of(Attribute.text(AttributeType.ORGANISATION, organisation)));
        units.forEach(unit -> subject.add(Set.of(Attribute.text(AttributeType.ORGANISATIONAL_UNIT, unit))));
        subject.add(Set.of(Attribute.text(AttributeType.COMMON_NAME, commonName)));
        return subject;
    }
}

package fr.accroche.messages;

import fr.accroche.messages.SignatureResult.Flaw;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import org.w3c.dom.Element;

/**
 * The one shape of signature that is let through to cryptography: SignedInfo, SignatureValue, KeyInfo; one
 * Reference, to the ID of the assertion that holds it; nothing to fetch, nothing to run, no secret key.
 *
 * @param signatureMethod URI
 * @param digestMethod URI
 * @param keyInfo to be read by {@link KeyInfoReader}
 */
record SignatureShape(String signatureMethod, String digestMethod, Element keyInfo) {
    static final String RSA_SHA1 = Namespaces.XMLDSIG + "rsa-sha1";
    static final String SHA1 = Namespaces.XMLDSIG + "sha1";

    private static final String DSIG = Namespaces.XMLDSIG;
    private static final String DSIG_MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String XMLENC = "http://www.w3.org/2001/04/xmlenc#";
    private static final String ENVELOPED = DSIG + "enveloped-signature";
    private static final String INCLUSIVE_C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

    /** Forty times what a VIHF has: OpenSAML reads siblings in a time that grows with the square of their number. */
    private static final int MOST_ELEMENTS = 2_000;

    /** More than any message declares: Santuario looks each of them up at each element. */
    private static final int MOST_PREFIXES = 64;

    private static final Set<String> CANONICALIZATIONS = Set.of(Namespaces.EXCLUSIVE_C14N, INCLUSIVE_C14N);
    private static final Set<String> SIGNATURES = Set.of(DSIG_MORE + "rsa-sha256", DSIG_MORE + "ecdsa-sha256");
    private static final Set<String> DIGESTS = Set.of(XMLENC + "sha256", XMLENC + "sha512");

    static SignatureShape of(Element assertion, Element signature, boolean acceptSha1) throws FlawException {
        requireFewElements(assertion);
        List<Element> parts = childrenNamed(signature, "SignedInfo", "SignatureValue", "KeyInfo");
        List<Element> info = childrenNamed(parts.get(0), "CanonicalizationMethod", "SignatureMethod", "Reference");
        Element reference = info.get(2);
        requireReferenceTo(assertion, reference);
        List<Element> steps = childrenNamed(reference, "Transforms", "DigestMethod", "DigestValue");
        requireTextOnly(parts.get(1));
        requireTextOnly(steps.get(2));
        requireTransforms(steps.get(0));
        requireCanonicalization(info.get(0), CANONICALIZATIONS, "CanonicalizationMethod");
        return new SignatureShape(
                allowed(info.get(1), with(SIGNATURES, RSA_SHA1, acceptSha1), "SignatureMethod"),
                allowed(steps.get(1), with(DIGESTS, SHA1, acceptSha1), "DigestMethod"),
                parts.get(2));
    }

    boolean sha1() {
        return signatureMethod.equals(RSA_SHA1) || digestMethod.equals(SHA1);
    }

    private static void requireFewElements(Element assertion) throws FlawException {
        int[] count = {0};
        Dom.each(assertion, element -> count[0]++);
        if (count[0] > MOST_ELEMENTS) {
            throw new FlawException(
                    Flaw.SHAPE,
                    "l'assertion a %d éléments, accepté : %d",
                    "the assertion has %d elements, accepted: %d",
                    count[0],
                    MOST_ELEMENTS);
        }
    }

    private static List<Element> childrenNamed(Element parent, String... names) throws FlawException {
        List<Element> children = Dom.children(parent);
        boolean asExpected = children.size() == names.length;
        for (int i = 0; asExpected && i < names.length; i++) {
            asExpected = Dom.is(children.get(i), DSIG, names[i]);
        }
        if (!asExpected) {
            throw new FlawException(
                    Flaw.SHAPE,
                    "<%s> doit contenir exactement %s, et contient %s",
                    "<%s> must hold exactly %s, it holds %s",
                    parent.getLocalName(),
                    String.join(", ", names),
                    String.join(
                            ", ", children.stream().map(Element::getLocalName).toList()));
        }
        return children;
    }

    /** Whatever else stood there, readers of base64 would not all pass over it. */
    private static void requireTextOnly(Element value) throws FlawException {
        if (!Dom.children(value).isEmpty()) {
            throw new FlawException(
                    Flaw.SHAPE, "<%s> ne doit contenir que du texte", "<%s> must hold text only", value.getLocalName());
        }
    }

    private static void requireReferenceTo(Element assertion, Element reference) throws FlawException {
        String id = assertion.getAttributeNS(null, "ID");
        if (id.isEmpty()) {
            throw new FlawException(
                    Flaw.REFERENCE,
                    "l'assertion n'a pas d'ID : aucune signature ne peut porter sur elle",
                    "the assertion has no ID, so no signature can be about it");
        }
        if (!reference.getAttributeNS(null, "URI").equals("#" + id)) {
            throw new FlawException(
                    Flaw.REFERENCE,
                    "la Reference doit être # suivi de l'ID de l'assertion qui porte la signature",
                    "the Reference must be # and the ID of the assertion that holds the signature");
        }
        Element root = assertion.getOwnerDocument().getDocumentElement();
        if (Ids.bearers(root, id) != 1) {
            throw new FlawException(
                    Flaw.REFERENCE,
                    "un autre élément porte l'ID de l'assertion",
                    "the ID of the assertion is given to another element too");
        }
    }

    private static void requireTransforms(Element transforms) throws FlawException {
        List<Element> steps = childrenNamed(transforms, "Transform", "Transform");
        allowed(steps.get(0), Set.of(ENVELOPED), "Transform[1]");
        requireCanonicalization(steps.get(1), Set.of(Namespaces.EXCLUSIVE_C14N), "Transform[2]");
    }

    /** Only exclusive C14N has a parameter, which WSS4J for one writes here too (Exclusive XML Canonicalization §4). */
    private static void requireCanonicalization(Element method, Set<String> algorithms, String what)
            throws FlawException {
        String algorithm = algorithm(method, algorithms, what);
        List<Element> parameters = Dom.children(method);
        boolean inclusiveNamespaces = algorithm.equals(Namespaces.EXCLUSIVE_C14N)
                && parameters.size() == 1
                && Dom.is(parameters.get(0), Namespaces.EXCLUSIVE_C14N, "InclusiveNamespaces");
        if (!parameters.isEmpty() && !inclusiveNamespaces) {
            throw new FlawException(
                    Flaw.ALGORITHM,
                    "%s ne doit avoir d'autre paramètre qu'un InclusiveNamespaces",
                    "%s must have no parameter but one InclusiveNamespaces",
                    what);
        }
        if (inclusiveNamespaces) {
            requireFewPrefixes(parameters.get(0), what);
        }
    }

    private static void requireFewPrefixes(Element inclusiveNamespaces, String what) throws FlawException {
        int prefixes = new StringTokenizer(inclusiveNamespaces.getAttributeNS(null, "PrefixList")).countTokens();
        if (prefixes > MOST_PREFIXES) {
            throw new FlawException(
                    Flaw.SHAPE,
                    "%s a une PrefixList de %d préfixes, accepté : %d",
                    "%s has a PrefixList of %d prefixes, accepted: %d",
                    what,
                    prefixes,
                    MOST_PREFIXES);
        }
    }

    private static String allowed(Element method, Set<String> algorithms, String what) throws FlawException {
        String algorithm = algorithm(method, algorithms, what);
        if (!Dom.children(method).isEmpty()) {
            throw new FlawException(Flaw.SHAPE, "%s ne doit avoir aucun paramètre", "%s must have no parameter", what);
        }
        return algorithm;
    }

    private static String algorithm(Element method, Set<String> algorithms, String what) throws FlawException {
        String algorithm = method.getAttributeNS(null, "Algorithm");
        if (!algorithms.contains(algorithm)) {
            throw new FlawException(
                    Flaw.ALGORITHM,
                    "%s est %s, accepté : %s",
                    "%s is %s, accepted: %s",
                    what,
                    algorithm,
                    sorted(algorithms));
        }
        return algorithm;
    }

    private static String sorted(Set<String> algorithms) {
        return String.join(", ", algorithms.stream().sorted().toList());
    }

    private static Set<String> with(Set<String> algorithms, String more, boolean accept) {
        Set<String> all = new HashSet<>(algorithms);
        if (accept) {
            all.add(more);
        }
        return all;
    }
}

package fr.accroche.messages;

/** The namespaces on the wire. Elements are matched by these, never by prefix. */
final class Namespaces {
    static final String SOAP12 = "http://www.w3.org/2003/05/soap-envelope";
    static final String SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
    static final String SECURITY = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String SAML2 = "urn:oasis:names:tc:SAML:2.0:assertion";
    static final String XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String HL7 = "urn:hl7-org:v3";
    static final String REGISTRY = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";
    static final String REGISTRY_SERVICE = "urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0";
    static final String REGISTRY_LIFECYCLE = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0";
    static final String REGISTRY_QUERY = "urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0";
    static final String XDSB = "urn:ihe:iti:xds-b:2007";
    static final String HABILITATIONS = "urn:si-dmp-habilitations";
    static final String XOP = "http://www.w3.org/2004/08/xop/include";
    static final String CONTEXTE_LPS = "urn:siram:lps:ctxlps";
    static final String CONTEXTE_BAM = "urn:siram:bam:ctxbam";
    static final String SIRAM = "urn:siram";
    static final String INSI_VITALE = "http://www.cnamts.fr/INSiRecVit";
    static final String INSI_TRAITS = "http://www.cnamts.fr/INSiRecSans";
    static final String INSI_RESULTAT = "http://www.cnamts.fr/INSiResultat";

    /** No real service speaks this: the schemas of the Ordonnance Numérique are not public. */
    static final String ON_FICTIONAL = "urn:simulateur:on:1.0";

    private Namespaces() {}
}

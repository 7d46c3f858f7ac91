package fr.accroche.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.XMLConstants;

/**
 * The XML Schema files of what goes to the téléservices and comes back, one for each namespace. They were written for this project from
 * public facts, and are as wide as its messages: what a standard has beyond these is not in them.
 */
public enum SchemaFile {
    CONTEXTE_LPS("contexte-lps", Namespaces.CONTEXTE_LPS),
    CONTEXTE_BAM("contexte-bam", Namespaces.CONTEXTE_BAM),
    /** WS_INS1. */
    INSI_VITALE("insi-vitale", Namespaces.INSI_VITALE),
    /** WS_INS2. */
    INSI_TRAITS("insi-traits", Namespaces.INSI_TRAITS),
    INSI_RESULTAT("insi-resultat", Namespaces.INSI_RESULTAT),
    SIRAM_ERREUR("siram-erreur", Namespaces.SIRAM),
    SECURITY("security", Namespaces.SECURITY),
    ADDRESSING("addressing", Namespaces.ADDRESSING),
    /** TD0.2, and the codes of a VIHF. */
    HL7("hl7", Namespaces.HL7),
    /** TD0.3. */
    DMP_HABILITATIONS("dmp-habilitations", Namespaces.HABILITATIONS),
    /** TD2.1 and TD3.2. */
    XDS_B("xds-b", Namespaces.XDSB),
    REGISTRY("rim", Namespaces.REGISTRY),
    REGISTRY_SERVICE("rs", Namespaces.REGISTRY_SERVICE),
    REGISTRY_LIFECYCLE("lcm", Namespaces.REGISTRY_LIFECYCLE),
    /** TD3.1. */
    REGISTRY_QUERY("query", Namespaces.REGISTRY_QUERY),
    /** Our own dialect: nothing of the real one is public. */
    ON_FICTIONAL("on", Namespaces.ON_FICTIONAL),
    XML("xml", XMLConstants.XML_NS_URI);

    private final String file;
    private final String namespace;

    SchemaFile(String name, String namespace) {
        this.file = name + ".xsd";
        this.namespace = namespace;
    }

    /** Its name beside the others, for example {@code contexte-lps.xsd}. */
    public String file() {
        return file;
    }

    /** The file, UTF-8. */
    public byte[] bytes() {
        return resource(file);
    }

    /** The one of this name, {@code .xsd} included. */
    public static Optional<SchemaFile> named(String file) {
        return Arrays.stream(values()).filter(each -> each.file.equals(file)).findFirst();
    }

    static Optional<SchemaFile> of(String namespace) {
        return Arrays.stream(values())
                .filter(each -> each.namespace.equals(namespace))
                .findFirst();
    }

    static byte[] resource(String file) {
        try (InputStream in = SchemaFile.class.getResourceAsStream("schema/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks schema/" + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fr.accroche.messages;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The WSDL files of the téléservices as they are simulated, from which SOAP stacks generate clients (WSDL 1.1). They import {@link
 * SchemaFile}, and were written for this project from public facts.
 */
public enum ServiceDescription {
    /** WS_INS1 and WS_INS2. */
    INSI("insi"),
    /** Our own dialect: nothing of the real one is public. */
    ON_FICTIONAL("on"),
    /** TD0.2. */
    DMP_PATIENTS("dmp-patients"),
    /** TD0.3. */
    DMP_HABILITATIONS("dmp-habilitations"),
    /** TD3.1. */
    DMP_REGISTRY("dmp-registry"),
    /** TD2.1 and TD3.2. */
    DMP_REPOSITORY("dmp-repository");

    private static final Pattern SCHEMA_LOCATION = Pattern.compile("schemaLocation=\"(?=[a-z])");
    private static final Pattern ADDRESS = Pattern.compile("(<soap12:address location=\")[^\"]*\"");

    private final String file;

    ServiceDescription(String name) {
        this.file = name + ".wsdl";
    }

    /** Its name beside the schemas, for example {@code insi.wsdl}. */
    public String file() {
        return file;
    }

    /** The file, UTF-8, with an address at which there is nothing. */
    public byte[] bytes() {
        return SchemaFile.resource(file);
    }

    /**
     * The same for whoever fetches it from the service that it describes.
     *
     * @param address of the service, without query; nothing that is not of a URI is let into the XML
     */
    public String servedAt(String address) {
        String located = located(new String(bytes(), StandardCharsets.UTF_8), address);
        return ADDRESS.matcher(located).replaceAll(found -> found.group(1) + attribute(address) + "\"");
    }

    /** A schema for whoever fetches it there: those that it imports are beside, as {@code ?xsd=NAME}. */
    public static String servedAt(String address, SchemaFile schema) {
        return located(new String(schema.bytes(), StandardCharsets.UTF_8), address);
    }

    private static String located(String xml, String address) {
        return SCHEMA_LOCATION.matcher(xml).replaceAll(found -> found.group() + attribute(address) + "?xsd=");
    }

    private static String attribute(String address) {
        return address.replaceAll("[^A-Za-z0-9._~:/\\[\\]@!()*+,;=%-]", "");
    }
}

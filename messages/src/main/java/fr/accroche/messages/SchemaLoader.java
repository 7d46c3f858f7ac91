package fr.accroche.messages;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * Compiles schemas of the jar, with the JDK's own validator. What they import is looked for among {@link SchemaFile} by its namespace,
 * and nowhere else: no file is opened, nothing is fetched.
 */
final class SchemaLoader {

    private SchemaLoader() {}

    /**
     * Compiles these, and those that they import; the result may be shared by threads.
     *
     * @param files ours
     * @param others of whoever judges more, standing before ours; none in accroche itself
     * @throws IllegalStateException if they are no schemas
     */
    static Schema compile(Collection<SchemaFile> files, Source... others) {
        List<Source> sources = new ArrayList<>(List.of(others));
        files.forEach(file -> sources.add(new StreamSource(new ByteArrayInputStream(file.bytes()), file.file())));
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DOMImplementationLS dom = loadAndSave();
            factory.setResourceResolver((type, namespace, publicId, systemId, base) ->
                    input(dom, Optional.ofNullable(namespace).flatMap(SchemaFile::of)));
            return factory.newSchema(sources.toArray(Source[]::new));
        } catch (SAXException | ReflectiveOperationException e) {
            throw new IllegalStateException("the schemas of the jar do not compile", e);
        }
    }

    private static DOMImplementationLS loadAndSave() throws ReflectiveOperationException {
        return (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
    }

    /** Empty text, which is no schema, for what is not in the jar. */
    private static LSInput input(DOMImplementationLS dom, Optional<SchemaFile> found) {
        LSInput input = dom.createLSInput();
        input.setSystemId(found.map(SchemaFile::file).orElse("unknown.xsd"));
        input.setByteStream(
                new ByteArrayInputStream(found.map(SchemaFile::bytes).orElseGet(() -> new byte[0])));
        return input;
    }
}

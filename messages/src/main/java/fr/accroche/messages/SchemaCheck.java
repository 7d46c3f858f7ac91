package fr.accroche.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Judges what a TLSi reads of a request by {@link SchemaFile our schemas}: ContexteLPS, ContexteBAM, and the Body of INSi, if these are
 * there. The rest is not judged: softwares differ too much in how they write an assertion or a registry's objects, and the real services
 * let them; ON, whose dialect is ours, says by itself what is wrong with its Body.
 */
public final class SchemaCheck {

    private static final Set<SchemaFile> JUDGED =
            Set.of(SchemaFile.CONTEXTE_LPS, SchemaFile.CONTEXTE_BAM, SchemaFile.INSI_VITALE, SchemaFile.INSI_TRAITS);

    private static final Set<QName> CONTEXTS = Set.of(
            new QName(Namespaces.CONTEXTE_LPS, "ContexteLPS"), new QName(Namespaces.CONTEXTE_BAM, "ContexteBAM"));

    private static final Set<String> BODIES = Set.of(Namespaces.INSI_VITALE, Namespaces.INSI_TRAITS);

    private final List<Element> blocks;

    private SchemaCheck(List<Element> blocks) {
        this.blocks = blocks;
    }

    /** Of those blocks that a TLSi would read: three at most, so that a message cannot ask for the work of thousands. */
    static SchemaCheck of(SoapReader soap) {
        return new SchemaCheck(
                soap.blocks().stream().filter(block -> isRead(soap, block)).toList());
    }

    /** {@link SoapReader#block} has refused a message with two of one context. */
    private static boolean isRead(SoapReader soap, Element block) {
        return block == soap.payload()
                ? BODIES.contains(Dom.name(block).getNamespaceURI())
                : CONTEXTS.contains(Dom.name(block));
    }

    /** Compiled when a first request is judged. */
    private static final class Once {
        static final Schema SCHEMA = SchemaLoader.compile(JUDGED);
    }

    /** What is wrong, block by block and in the order of the message; at most 20 of each block. Empty if it is valid. */
    public List<SchemaProblem> problems() {
        return blocks.stream()
                .flatMap(block -> problems(Once.SCHEMA, block).stream())
                .toList();
    }

    /** What is wrong with one element and all that it holds. */
    static List<SchemaProblem> problems(Schema schema, Element block) {
        Validator validator = schema.newValidator();
        ProblemCollector problems = new ProblemCollector(block, validator);
        validator.setErrorHandler(problems);
        try {
            validator.validate(new DOMSource(block));
        } catch (SAXException e) {
            problems.stopped();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return problems.found();
    }

    /** Shows nothing of the content. */
    @Override
    public String toString() {
        return "SchemaCheck[" + blocks.size() + " blocks]";
    }
}

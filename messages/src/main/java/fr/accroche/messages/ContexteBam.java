package fr.accroche.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The SOAP header block of the Assurance Maladie's own context ({@code urn:siram:bam:ctxbam}).
 *
 * @param version {@code 01_02}
 * @param id of this block
 * @param temps when it was made; empty also if it is no date
 * @param emetteur free text: the person's NameID or the certificate's OU
 * @param couverture whether COUVERTURE is there, as the schema wants; for a search by traits it is there and empty
 */
public record ContexteBam(
        Optional<String> version,
        Optional<String> id,
        Optional<Instant> temps,
        Optional<String> emetteur,
        boolean couverture) {

    private static final String NAMESPACE = Namespaces.CONTEXTE_BAM;

    public ContexteBam {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(temps, "temps");
        Objects.requireNonNull(emetteur, "emetteur");
    }

    /** One of the version in force. */
    public static ContexteBam of(String id, Instant temps, String emetteur) {
        return new ContexteBam(Optional.of("01_02"), Optional.of(id), Optional.of(temps), Optional.of(emetteur), true);
    }

    static ContexteBam read(Element block) {
        return new ContexteBam(
                Dom.attribute(block, "Version"),
                Dom.text(block, NAMESPACE, "Id"),
                Dom.text(block, NAMESPACE, "Temps").flatMap(Times::parse),
                Dom.text(block, NAMESPACE, "Emetteur"),
                Dom.only(block, NAMESPACE, "COUVERTURE").isPresent());
    }

    void write(XmlText xml) {
        xml.open("ctxbam:ContexteBAM", "xmlns:ctxbam", NAMESPACE, "Version", version.orElse(""));
        xml.leaf("ctxbam:Id", id);
        xml.leaf("ctxbam:Temps", temps.map(Times::milliseconds));
        xml.leaf("ctxbam:Emetteur", emetteur);
        if (couverture) {
            xml.empty("ctxbam:COUVERTURE");
        }
        xml.close();
    }
}

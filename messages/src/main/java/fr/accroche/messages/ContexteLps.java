package fr.accroche.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The SOAP header block in which the software says who it is to INSi and ON ({@code urn:siram:lps:ctxlps}). Its schema
 * asks for almost nothing; that the IDAM is there is a rule of the server.
 *
 * @param version {@code 01_00}
 * @param id of this block
 * @param temps when it was made; empty also if it is no date
 * @param emetteur free text: the person's NameID or the certificate's OU
 * @param lps IDAM is {@link LpsIdentity#number()}, Instance is {@link LpsIdentity#id()}
 * @param idamR the attribute R of IDAM, whose meaning is not public
 */
public record ContexteLps(
        Optional<String> version,
        Optional<String> id,
        Optional<Instant> temps,
        Optional<String> emetteur,
        LpsIdentity lps,
        Optional<String> idamR) {

    private static final String NAMESPACE = Namespaces.CONTEXTE_LPS;

    /** As in every public sample. */
    private static final String USUAL_R = "4";

    public ContexteLps {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(temps, "temps");
        Objects.requireNonNull(emetteur, "emetteur");
        Objects.requireNonNull(lps, "lps");
        Objects.requireNonNull(idamR, "idamR");
    }

    /** One of the version in force. */
    public static ContexteLps of(String id, Instant temps, String emetteur, LpsIdentity lps) {
        return new ContexteLps(
                Optional.of("01_00"),
                Optional.of(id),
                Optional.of(temps),
                Optional.of(emetteur),
                lps,
                Optional.of(USUAL_R));
    }

    static ContexteLps read(Element block) {
        return new ContexteLps(
                Dom.attribute(block, "Version"),
                Dom.text(block, NAMESPACE, "Id"),
                Dom.text(block, NAMESPACE, "Temps").flatMap(Times::parse),
                Dom.text(block, NAMESPACE, "Emetteur"),
                Dom.only(block, NAMESPACE, "LPS").map(ContexteLps::readLps).orElse(LpsIdentity.NONE),
                Dom.only(block, NAMESPACE, "LPS")
                        .flatMap(found -> Dom.only(found, NAMESPACE, "IDAM"))
                        .flatMap(idam -> Dom.attribute(idam, "R")));
    }

    private static LpsIdentity readLps(Element lps) {
        return new LpsIdentity(
                Dom.text(lps, NAMESPACE, "Nom"),
                Dom.text(lps, NAMESPACE, "Version"),
                Dom.text(lps, NAMESPACE, "Instance"),
                Dom.text(lps, NAMESPACE, "IDAM"));
    }

    void write(XmlText xml) {
        xml.open("ctxlps:ContexteLPS", "xmlns:ctxlps", NAMESPACE, "Nature", "CTXLPS", "Version", version.orElse(""));
        xml.leaf("ctxlps:Id", id);
        xml.leaf("ctxlps:Temps", temps.map(Times::milliseconds));
        xml.leaf("ctxlps:Emetteur", emetteur);
        xml.open("ctxlps:LPS");
        lps.number()
                .ifPresent(idam -> idamR.ifPresentOrElse(
                        r -> xml.leaf("ctxlps:IDAM", idam, "R", r), () -> xml.leaf("ctxlps:IDAM", idam)));
        xml.leaf("ctxlps:Version", lps.version());
        xml.leaf("ctxlps:Instance", lps.id());
        xml.leaf("ctxlps:Nom", lps.name());
        xml.close().close();
    }
}

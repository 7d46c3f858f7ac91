package fr.accroche.messages;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * TD0.3, by which a professional is given access to a DMP, or no longer. The body names no patient: the VIHF alone does, so that
 * whoever makes that VIHF again decides whose DMP is opened.
 *
 * @param messageId {@code urn:uuid:<uuid>}; the response relates to it
 * @param to address of the service; the samples leave it empty
 * @param vihf who asks, and about whom; empty only to be refused
 * @param order what is asked
 */
public record AuthorizationRequest(String messageId, String to, Optional<SamlAssertion> vihf, Order order) {

    public static final String ACTION = "urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorization";
    public static final QName BODY = new QName(Namespaces.HABILITATIONS, "setAuthorization");

    private static final String TREATING_PHYSICIAN = "MEDECIN_TRAITANT";

    public AuthorizationRequest {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(vihf, "vihf");
        Objects.requireNonNull(order, "order");
    }

    /** What becomes of an authorization. */
    public enum Change {
        ADD("AJOUT"),
        REMOVE("SUPPRESSION");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        private static Optional<Change> of(String word) {
            return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
        }
    }

    /**
     * What is asked.
     *
     * @param change {@code action}
     * @param treatingPhysician whether it is as médecin traitant, the only {@code role} that is public
     */
    public record Order(Change change, boolean treatingPhysician) {
        public Order {
            Objects.requireNonNull(change, "change");
        }
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        XmlText xml = Envelope.dmp(ACTION, messageId, to, vihf)
                .open("setAuthorization", "xmlns", Namespaces.HABILITATIONS)
                .leaf("action", order.change().word);
        if (order.treatingPhysician()) {
            xml.leaf("role", TREATING_PHYSICIAN);
        }
        return xml.endBytes();
    }

    /**
     * What a request asks for.
     *
     * @throws MessageException if it is no such request, or asks for anything else
     */
    public static Order read(SoapMessage request) {
        Element body = SoapReader.of(XopPackage.open(request).document()).payload();
        if (!Dom.name(body).equals(BODY)) {
            throw new MessageException("the Body must hold a setAuthorization of " + Namespaces.HABILITATIONS);
        }
        Change change = Dom.text(body, Namespaces.HABILITATIONS, "action")
                .flatMap(Change::of)
                .orElseThrow(() -> new MessageException("action must be AJOUT or SUPPRESSION"));
        Optional<String> role = Dom.text(body, Namespaces.HABILITATIONS, "role");
        if (role.filter(word -> !List.of(TREATING_PHYSICIAN, "").contains(word)).isPresent()) {
            throw new MessageException("role must be " + TREATING_PHYSICIAN + ", or left out");
        }
        return new Order(change, role.equals(Optional.of(TREATING_PHYSICIAN)));
    }
}

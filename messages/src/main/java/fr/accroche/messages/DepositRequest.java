package fr.accroche.messages;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * TD2.1, the deposit of documents (ITI-41 ProvideAndRegisterDocumentSet-b).
 *
 * @param messageId {@code urn:uuid:<uuid>}; the response relates to it
 * @param to address of the service; the samples leave it empty
 * @param vihf who deposits; empty only to be refused
 * @param deposit what
 */
public record DepositRequest(String messageId, String to, Optional<SamlAssertion> vihf, Deposit deposit) {

    public static final String ACTION = "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b";
    public static final QName BODY = new QName(Namespaces.XDSB, "ProvideAndRegisterDocumentSetRequest");

    public DepositRequest {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(vihf, "vihf");
        Objects.requireNonNull(deposit, "deposit");
    }

    /** The message in the form that ITI-41 asks for: an MTOM package, each document an attachment. */
    public SoapMessage toMessage() {
        List<XopWriter.Attachment> attachments = new ArrayList<>();
        XmlText xml = open();
        for (XdsDocument document : deposit.documents()) {
            xml.open("xds:Document", "id", document.entry().id())
                    .empty("xop:Include", "xmlns:xop", Namespaces.XOP, "href", XopWriter.href(attachments.size()))
                    .close();
            attachments.add(new XopWriter.Attachment(document.entry().mimeType(), document.content()));
        }
        return XopWriter.write(xml.endBytes(), attachments);
    }

    /** The same without MTOM, the documents in base64, for a service that is lenient. */
    public SoapMessage toInlineMessage() {
        XmlText xml = open();
        for (XdsDocument document : deposit.documents()) {
            xml.leaf(
                    "xds:Document",
                    Base64.getEncoder().encodeToString(document.content()),
                    "id",
                    document.entry().id());
        }
        return SoapMessage.xml(xml.endBytes());
    }

    private XmlText open() {
        XmlText xml = Envelope.dmp(ACTION, messageId, to, vihf)
                .open("xds:ProvideAndRegisterDocumentSetRequest", "xmlns:xds", Namespaces.XDSB)
                .open("lcm:SubmitObjectsRequest", "xmlns:lcm", Namespaces.REGISTRY_LIFECYCLE)
                .open("rim:RegistryObjectList", "xmlns:rim", Namespaces.REGISTRY);
        RegistryWriter.write(xml, deposit.set());
        for (XdsDocument document : deposit.documents()) {
            RegistryWriter.write(xml, document.entry(), false);
            RegistryWriter.member(xml, deposit.set().id(), document.entry().id());
        }
        return xml.close().close();
    }
}

package fr.accroche.teleservice;

import fr.accroche.messages.OnRequest;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds the number that a consultation asks for. To be used only on a message that {@code messages} has accepted. */
final class OnConsultation {

    private static final QName PRESCRIPTION = new QName(OnRequest.BODY.getNamespaceURI(), "IdentifiantPrescription");

    private OnConsultation() {}

    static Optional<String> prescription(byte[] soap) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(soap));
            while (reader.hasNext()) {
                reader.next();
                if (reader.isStartElement() && PRESCRIPTION.equals(reader.getName())) {
                    return Optional.of(reader.getElementText().strip());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }
}

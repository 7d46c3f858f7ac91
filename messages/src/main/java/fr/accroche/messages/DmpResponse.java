package fr.accroche.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The DMP's answer to TD0.2 (HL7 v3 PRPA_IN201308UV02). HTTP 200, also when there is no DMP.
 *
 * @param messageId {@code urn:uuid:<uuid>} of this answer
 * @param relatesTo the request's MessageID
 * @param createdAt of the HL7 message, to the second
 * @param patient whom the request named
 * @param dossier empty when this patient has none
 */
public record DmpResponse(
        String messageId, String relatesTo, Instant createdAt, Ins patient, Optional<Dossier> dossier) {

    /** HL7 v3's word for a role that has ended. */
    static final String CLOSED = "terminated";

    private static final String ACTION = "urn:hl7-org:v3:PRPA_IN201308UV02";

    public DmpResponse {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(relatesTo, "relatesTo");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(dossier, "dossier");
    }

    /**
     * A DMP, as TD0.2 shows it.
     *
     * @param authorization the asking person's: {@code VALIDE}…
     * @param treatingPhysician whether that person is the médecin traitant
     * @param insC the former 22-character identifier, still returned
     * @param webAccount COMPTE_INTERNET_OUVERT
     * @param monEspaceSante RATTACHEMENT_ENS
     * @param closed whether the DMP is closed: how the real one says it is not public, here it is HL7's status {@code terminated}
     */
    public record Dossier(
            String authorization,
            boolean treatingPhysician,
            Optional<String> insC,
            boolean webAccount,
            boolean monEspaceSante,
            boolean closed) {
        public Dossier {
            Objects.requireNonNull(authorization, "authorization");
            Objects.requireNonNull(insC, "insC");
        }

        /** One that is open. */
        public Dossier(
                String authorization,
                boolean treatingPhysician,
                Optional<String> insC,
                boolean webAccount,
                boolean monEspaceSante) {
            this(authorization, treatingPhysician, insC, webAccount, monEspaceSante, false);
        }

        String status() {
            return closed ? CLOSED : "active";
        }
    }

    /** The SOAP message, UTF-8. */
    public byte[] toBytes() {
        XmlText xml = open(messageId, relatesTo, createdAt);
        dossier.ifPresent(found -> attention(xml, found));
        xml.open("acknowledgement", "typeCode", "AA")
                .open("targetMessage")
                .empty("id", "root", Hl7Message.uuid(relatesTo))
                .close()
                .close()
                .open("controlActProcess", "classCode", "CACT", "moodCode", "EVN");
        dossier.ifPresent(found -> subject(xml, found));
        return xml.open("queryAck")
                .empty("queryId", "root", Hl7Message.uuid(relatesTo), "extension", "1")
                .empty("queryResponseCode", "code", dossier.isPresent() ? "OK" : "NF")
                .endBytes();
    }

    /** Opens the HL7 message of an answer, up to its senders. */
    static XmlText open(String messageId, String relatesTo, Instant createdAt) {
        XmlText xml = answerHeader(ACTION, messageId, Optional.of(relatesTo)).open("soap:Body");
        Hl7Message.open(xml, "PRPA_IN201308UV02", Hl7Message.uuid(messageId), createdAt, "P", "NE");
        Hl7Message.device(xml, "receiver", "RCV", Optional.empty(), "LPS");
        Hl7Message.device(xml, "sender", "SND", Optional.of(Hl7Message.DMP_DEVICE), "DMP");
        return xml;
    }

    /** Opens an envelope and writes the addressing of an answer. */
    static XmlText answerHeader(String action, String messageId, Optional<String> relatesTo) {
        return Envelope.openHeader()
                .leaf("wsa:Action", action)
                .leaf("wsa:MessageID", messageId)
                .leaf("wsa:To", Envelope.ANONYMOUS)
                .leaf("wsa:RelatesTo", relatesTo)
                .close();
    }

    private static void attention(XmlText xml, Dossier found) {
        xml.open("attentionLine")
                .empty("keyWordText", "code", "AUTORISATION")
                .empty("value", "xmlns:xsi", Namespaces.XSI, "xsi:type", "CE", "code", found.authorization())
                .close()
                .open("attentionLine")
                .empty("keyWordText", "code", "STATUT_MT");
        truth(xml, found.treatingPhysician());
        xml.close();
    }

    private void subject(XmlText xml, Dossier found) {
        xml.open("subject", "typeCode", "SUBJ")
                .open("registrationEvent", "classCode", "REG", "moodCode", "EVN")
                .empty("statusCode", "code", "active")
                .open("subject1", "typeCode", "SBJ")
                .open("patient", "classCode", "PAT");
        found.insC().ifPresent(insC -> xml.empty("id", "root", "1.2.250.1.213.1.4.2", "extension", insC));
        xml.empty("id", "root", patient.oid(), "extension", patient.value())
                .empty("statusCode", "code", found.status());
        observation(xml, "COMPTE_INTERNET_OUVERT", found.webAccount());
        observation(xml, "RATTACHEMENT_ENS", found.monEspaceSante());
        xml.close().close().close().close();
    }

    private static void observation(XmlText xml, String code, boolean value) {
        xml.open("subjectOf", "typeCode", "SBJ")
                .open("administrativeObservation", "classCode", "OBS", "moodCode", "EVN")
                .empty("code", "code", code);
        truth(xml, value);
        xml.close().close();
    }

    private static void truth(XmlText xml, boolean value) {
        xml.empty("value", "xmlns:xsi", Namespaces.XSI, "xsi:type", "BL", "value", Boolean.toString(value));
    }
}

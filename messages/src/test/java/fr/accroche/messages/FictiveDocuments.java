package fr.accroche.messages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Documents about nobody. */
final class FictiveDocuments {

    static final byte[] REPORT = "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>\r\n".getBytes(StandardCharsets.UTF_8);
    static final String UNIQUE_ID = "1.2.250.1.999.1.1.7898.3.1";
    static final XdsAuthor AUTHOR = new XdsAuthor(
            new XdsPerson("899900000011", "D'ÉMO & FILS", "CAMILLE"),
            Optional.of("G15_10/SM26^Médecin - Qualifié en médecine générale (SM)^1.2.250.1.213.1.1.4.5"),
            new XdsInstitution("CABINET DÉMO", "499900000011000"));
    static final DocumentCodes CODES = new DocumentCodes(
            new CodedValue("10", "1.2.250.1.213.1.1.4.1", "Compte rendu"),
            new CodedValue("11488-4", "2.16.840.1.113883.6.1", "Compte rendu de consultation"),
            new CodedValue("urn:ihe:iti:xds-sd:text:2008", "1.3.6.1.4.1.19376.1.2.3", "Texte brut"),
            List.of(
                    new CodedValue("N", "2.16.840.1.113883.5.25", "Normal"),
                    new CodedValue("INVISIBLE_PATIENT", "1.2.250.1.213.1.1.4.13", "Non visible par le patient")),
            new CodedValue("SA07", "1.2.250.1.71.4.2.4", "Cabinet individuel"),
            new CodedValue("AMBULATOIRE", "1.2.250.1.213.1.1.4.9", "Ambulatoire"));
    static final SubmissionSet SET = new SubmissionSet(
            "SubmissionSet01",
            "1.2.250.1.999.1.1.7898.1.1",
            "1.2.250.1.999.1.1.7898",
            Fictive.PATIENT,
            DocumentEntry.time(Fictive.NOW),
            "Lot de démonstration",
            new CodedValue("07", "1.2.250.1.213.2.2", "Consultation"),
            AUTHOR);

    private FictiveDocuments() {}

    static DocumentEntry entry(String id, String uniqueId, byte[] content) {
        return new DocumentEntry(
                id,
                uniqueId,
                Fictive.PATIENT,
                "0456789999^^^&1.2.250.1.999.1.1.7898.2&ISO^PI",
                "text/xml",
                "Compte rendu <de> démonstration",
                AUTHOR,
                Optional.of(AUTHOR.person()),
                "20260115",
                "fr-FR",
                CODES,
                Optional.of(sha1(content)),
                Optional.of((long) content.length),
                Optional.empty());
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Deposit deposit() {
        return new Deposit(SET, List.of(new XdsDocument(entry("Document01", UNIQUE_ID, REPORT), REPORT)));
    }

    static DepositRequest request(Deposit deposit) {
        return new DepositRequest(Fictive.MESSAGE_ID, "", Optional.empty(), deposit);
    }

    static String text(SoapMessage message) {
        return new String(message.bytes(), StandardCharsets.ISO_8859_1);
    }

    /** The same message with another text in it. */
    static SoapMessage changed(SoapMessage message, String from, String to) {
        String text = text(message);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("not in the message: " + from);
        }
        return new SoapMessage(message.contentType(), text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }
}

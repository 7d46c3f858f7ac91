package fr.accroche.certs.file;

import fr.accroche.certs.OcspRequest;
import fr.accroche.certs.Wording;
import java.util.List;
import java.util.Optional;

/** Reads OCSP requests of anyone (RFC 6960 §4.1.1), within bounds. A signature on one is not looked at. */
public final class OcspRequestReader {
    private static final int LARGEST = 4096;
    private static final int MOST_CERTIFICATES = 16;
    private static final int EXTENSIONS = 0xa2;
    private static final String NONCE = "1.3.6.1.5.5.7.48.1.2";
    /** RFC 9654 §2.1. */
    private static final int LONGEST_NONCE = 128;

    private OcspRequestReader() {}

    /**
     * Reads one in DER.
     *
     * @throws UnreadableFileException when it is none: the responder answers {@code malformedRequest}
     */
    public static OcspRequest read(byte[] encoded) {
        try {
            if (encoded.length > LARGEST) {
                throw Fault.overLimit(
                        Wording.of("au plus %d octets", "at most %d bytes", LARGEST), Wording.of("davantage", "more"));
            }
            Asn1Parser.Parsed parsed = Asn1Parser.parse(encoded, 0, "OCSPRequest");
            Asn1 body = parsed.orThrow().expect(Asn1.SEQUENCE, "OCSPRequest").child(0, Asn1.SEQUENCE, "tbsRequest");
            if (parsed.rest() > 0) {
                throw Fault.damaged(
                                Wording.of("rien après la demande", "nothing after the request"),
                                Wording.of("%d octets", "%d bytes", parsed.rest()))
                        .at(encoded.length - parsed.rest());
            }
            return new OcspRequest(certificateIds(body), nonce(body));
        } catch (Fault stop) {
            throw stop.of("OCSP", Optional.empty());
        }
    }

    private static List<byte[]> certificateIds(Asn1 body) {
        int at = (int) body.children().stream()
                .takeWhile(child -> !child.is(Asn1.SEQUENCE))
                .count();
        List<Asn1> requests = body.child(at, Asn1.SEQUENCE, "requestList").children();
        if (requests.isEmpty() || requests.size() > MOST_CERTIFICATES) {
            throw Fault.overLimit(
                            Wording.of("1 à %d certificats", "1 to %d certificates", MOST_CERTIFICATES),
                            Wording.verbatim(Integer.toString(requests.size())))
                    .at(body.children().get(at).offset());
        }
        return requests.stream().map(OcspRequestReader::certificateId).toList();
    }

    private static byte[] certificateId(Asn1 request) {
        Asn1 id = request.expect(Asn1.SEQUENCE, "Request").child(0, Asn1.SEQUENCE, "reqCert");
        id.child(0, Asn1.SEQUENCE, "hashAlgorithm")
                .child(0, Asn1.OBJECT_IDENTIFIER, "algorithm")
                .oid();
        id.child(1, Asn1.OCTET_STRING, "issuerNameHash");
        id.child(2, Asn1.OCTET_STRING, "issuerKeyHash");
        id.child(3, Asn1.INTEGER, "serialNumber").integer("serialNumber");
        return id.encoded();
    }

    private static Optional<byte[]> nonce(Asn1 body) {
        return body.children().stream()
                .filter(child -> child.is(EXTENSIONS))
                .flatMap(extensions -> extensions.child(0, Asn1.SEQUENCE, "requestExtensions").children().stream())
                .filter(extension -> extension
                        .expect(Asn1.SEQUENCE, "Extension")
                        .child(0, Asn1.OBJECT_IDENTIFIER, "extnID")
                        .oid()
                        .equals(NONCE))
                .findFirst()
                .map(OcspRequestReader::nonceOf);
    }

    /** As it stands in its extension: sent back as it came. */
    private static byte[] nonceOf(Asn1 extension) {
        List<Asn1> parts = extension.children();
        Asn1 value = parts.get(parts.size() - 1).expect(Asn1.OCTET_STRING, "extnValue");
        int length = value.opened("Nonce").expect(Asn1.OCTET_STRING, "Nonce").octets().length;
        if (length == 0 || length > LONGEST_NONCE) {
            throw Fault.damaged(
                            Wording.of("un nonce de 1 à %d octets", "a nonce of 1 to %d octets", LONGEST_NONCE),
                            Wording.verbatim(Integer.toString(length)))
                    .at(value.offset());
        }
        return value.octets();
    }
}

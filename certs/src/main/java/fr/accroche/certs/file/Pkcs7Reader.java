package fr.accroche.certs.file;

import fr.accroche.certs.Wording;
import java.util.List;
import java.util.Optional;

/** The certificates and revocation lists of a PKCS#7 or CMS SignedData (RFC 5652 §5.1); signatures are not looked at. */
final class Pkcs7Reader {
    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final int CERTIFICATES = 0xa0;
    private static final int REVOCATIONS = 0xa1;

    private Pkcs7Reader() {}

    static void read(Asn1 info, Contents contents) {
        Asn1 type = info.child(0, Asn1.OBJECT_IDENTIFIER, "contentType");
        if (!type.oid().equals(SIGNED_DATA)) {
            throw Fault.of(
                            Reason.NOT_SUPPORTED,
                            Wording.of("signedData, qui porte des certificats", "signedData, which holds certificates"),
                            Wording.verbatim(type.oid()),
                            Wording.of(
                                    "demander les certificats en .p7b ou en PEM",
                                    "ask for the certificates as .p7b or PEM"))
                    .at(type.offset());
        }
        Asn1 signed = info.child(1, Asn1.CONTEXT_0, "content").child(0, Asn1.SEQUENCE, "SignedData");
        signed.child(0, Asn1.INTEGER, "version");
        int count = 0;
        for (Asn1 part : signed.children()) {
            for (Asn1 one : part.is(CERTIFICATES) || part.is(REVOCATIONS) ? part.children() : List.<Asn1>of()) {
                count++;
                try {
                    add(part.tag(), one, contents);
                } catch (Fault stop) {
                    throw stop.in(Wording.of("élément nº %d", "item %d", count));
                }
            }
        }
    }

    private static void add(int where, Asn1 one, Contents contents) {
        if (!one.is(Asn1.SEQUENCE)) {
            contents.add(new Entry.Other(Optional.empty(), "0x%02x".formatted(one.tag())));
        } else if (where == CERTIFICATES) {
            contents.certificate(X509Parts.certificate(one));
        } else {
            contents.revocations(X509Parts.revocations(one));
        }
    }
}

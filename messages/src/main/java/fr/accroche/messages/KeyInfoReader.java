package fr.accroche.messages;

import fr.accroche.messages.SignatureResult.Flaw;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** The certificates that a signature brings along. Whatever else could point to a key is refused or ignored. */
final class KeyInfoReader {
    private static final int MOST_CERTIFICATES = 10;
    private static final Set<String> IGNORED = Set.of("KeyName", "KeyValue");

    private KeyInfoReader() {}

    /** The signer's first, that is, the one that issued none of the others. */
    static List<X509Certificate> chain(Element keyInfo) throws FlawException {
        List<Element> found = new ArrayList<>();
        for (Element part : Dom.children(keyInfo)) {
            if (Dom.is(part, Namespaces.XMLDSIG, "X509Data")) {
                found.addAll(Dom.children(part, Namespaces.XMLDSIG, "X509Certificate"));
            } else if (!Namespaces.XMLDSIG.equals(part.getNamespaceURI()) || !IGNORED.contains(part.getLocalName())) {
                throw new FlawException(
                        Flaw.SHAPE,
                        "KeyInfo doit contenir X509Data, et contient aussi %s",
                        "KeyInfo must hold X509Data, it also holds %s",
                        part.getLocalName());
            }
        }
        if (found.isEmpty() || found.size() > MOST_CERTIFICATES) {
            throw new FlawException(
                    Flaw.CERTIFICATE,
                    "KeyInfo a %d X509Certificate, attendu : de 1 à %d",
                    "KeyInfo has %d X509Certificate, expected 1 to %d",
                    found.size(),
                    MOST_CERTIFICATES);
        }
        List<X509Certificate> chain = certificates(found);
        X509Certificate signer = signer(chain);
        chain.remove(signer);
        chain.add(0, signer);
        return chain;
    }

    private static List<X509Certificate> certificates(List<Element> elements) throws FlawException {
        List<X509Certificate> found = new ArrayList<>();
        for (Element element : elements) {
            try {
                byte[] der = Base64.getMimeDecoder().decode(Dom.text(element));
                found.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
            } catch (CertificateException | IllegalArgumentException | MessageException e) {
                throw new FlawException(
                        Flaw.CERTIFICATE,
                        "un X509Certificate de KeyInfo n'est pas le base64 d'un DER X.509",
                        "an X509Certificate of KeyInfo is not base64 of a DER X.509");
            }
        }
        return found;
    }

    private static X509Certificate signer(List<X509Certificate> certificates) {
        return certificates.stream()
                .filter(candidate -> certificates.stream()
                        .noneMatch(other -> other != candidate
                                && other.getIssuerX500Principal().equals(candidate.getSubjectX500Principal())))
                .findFirst()
                .orElse(certificates.get(0));
    }
}

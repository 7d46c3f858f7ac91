package fr.accroche.certs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.certs.OcspRequest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OCSP requests of anyone. */
class OcspRequestReaderTest {

    private static final byte[] NONCE = new byte[16];

    @Test
    void readsWhatIsAskedAbout() throws Exception {
        OcspRequest request = OcspRequestReader.read(request(3, NONCE));

        assertThat(request.certificateIds()).hasSize(3);
        assertThat(CertID.getInstance(request.certificateIds().get(2)).getSerialNumber())
                .isEqualTo(new ASN1Integer(2));
        assertThat(request.nonce()).contains(new DEROctetString(NONCE).getEncoded());
        assertThat(OcspRequestReader.read(
                                new OCSPReqBuilder().addRequest(id(7)).build().getEncoded())
                        .nonce())
                .isEmpty();
    }

    @Test
    void passesOverARequestorsName() throws Exception {
        byte[] named = new OCSPReqBuilder()
                .setRequestorName(new X500Name("CN=someone"))
                .addRequest(id(7))
                .build()
                .getEncoded();

        assertThat(OcspRequestReader.read(named).certificateIds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129})
    void refusesANonceOfAnotherLength(int length) throws Exception {
        byte[] request = request(1, new byte[length]);

        assertThatThrownBy(() -> OcspRequestReader.read(request))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("a nonce of 1 to 128 octets")
                .hasMessageContaining("observed: " + length);
    }

    @Test
    void refusesToAnswerAboutTooManyAtOnce() throws Exception {
        byte[] request = request(17, NONCE);

        assertThatThrownBy(() -> OcspRequestReader.read(request))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("1 to 16 certificates")
                .hasMessageContaining("observed: 17");
    }

    @ParameterizedTest
    @CsvSource({"'', no byte", "04 00, tag 0x04", "30 00, nothing", "30 02 30 00, requestList", "30 82 ff, offset"})
    void saysWhereWhatIsNoRequestGoesWrong(String hex, String words) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);

        assertThatThrownBy(() -> OcspRequestReader.read(bytes))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(words);
    }

    @Test
    void refusesWhatIsDeepOrLong() {
        byte[] deep = new byte[4096];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }

        assertThatThrownBy(() -> OcspRequestReader.read(deep))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("levels");
        assertThatThrownBy(() -> OcspRequestReader.read(new byte[4097]))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("at most 4096 bytes");
    }

    @Test
    void noChangeOfAByteBreaksIt() throws Exception {
        byte[] sound = request(2, NONCE);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] changed = Arrays.copyOf(sound, sound.length - random.nextInt(2) * random.nextInt(sound.length));
            for (int changes = random.nextInt(4); changes >= 0 && changed.length > 0; changes--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(OcspRequestReader.read(changed).certificateIds()).isNotEmpty();
            } catch (UnreadableFileException located) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(10_000);
    }

    private static byte[] request(int certificates, byte[] nonce) throws Exception {
        OCSPReqBuilder request = new OCSPReqBuilder();
        for (int serial = 0; serial < certificates; serial++) {
            request.addRequest(id(serial));
        }
        return request.setRequestExtensions(new Extensions(new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded())))
                .build()
                .getEncoded();
    }

    private static CertificateID id(int serial) {
        return new CertificateID(new CertID(
                new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1, DERNull.INSTANCE),
                new DEROctetString(new byte[20]),
                new DEROctetString(new byte[20]),
                new ASN1Integer(serial)));
    }
}

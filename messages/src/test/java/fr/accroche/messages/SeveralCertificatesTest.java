package fr.accroche.messages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.messages.SignatureResult.Flaw;
import fr.accroche.messages.SignatureResult.Invalid;
import fr.accroche.messages.SignatureResult.Valid;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/** Who signed, when KeyInfo brings several certificates along: nobody may be taken for the signer who is not. */
class SeveralCertificatesTest {
    private static final X509Certificate AUTHORITY = Keys.OTHER.certificate();
    private static final X509Certificate LEAF = Keys.EDITOR.issuedBy(Keys.OTHER, "CN=lps-demo-issued");

    /** Signed by the editor's key. */
    private static SignatureResult verify(X509Certificate... keyInfo) throws Exception {
        ForeignSigner signer = new ForeignSigner();
        signer.keyInfo = signer.x509(keyInfo);
        return Fictive.verify(signer.message());
    }

    @Test
    void findsTheLeafOfAChainInEitherOrder() throws Exception {
        assertChain(verify(LEAF, AUTHORITY), LEAF, AUTHORITY);
        assertChain(verify(AUTHORITY, LEAF), LEAF, AUTHORITY);
    }

    @Test
    void neverTakesAStrangerForTheSigner() throws Exception {
        X509Certificate trusted = Keys.ELLIPTIC.certificate();

        assertChain(verify(Keys.EDITOR.certificate(), trusted), Keys.EDITOR.certificate(), trusted);
        assertThat(verify(trusted, Keys.EDITOR.certificate()))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.flaw()).isEqualTo(Flaw.VALUE));
    }

    @Test
    void refusesACertificateThatClaimsToBeIssuedByTheSigners() throws Exception {
        X509Certificate below = Keys.ELLIPTIC.issuedBy(Keys.EDITOR, "CN=below");

        assertThat(verify(Keys.EDITOR.certificate(), below))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.flaw()).isEqualTo(Flaw.VALUE));
    }

    private static void assertChain(SignatureResult result, X509Certificate... expected) {
        assertThat(result).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.chain()).containsExactly(expected);
            assertThat(valid.signer()).isEqualTo(expected[0]);
        });
    }
}

package fr.accroche.authserver.psc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.ciba.CIBARequest;
import com.nimbusds.oauth2.sdk.ciba.CIBAResponse;
import com.nimbusds.oauth2.sdk.ciba.CIBASignedRequestClaimsSet;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.JdkSockets;
import fr.accroche.authserver.PscBench;
import fr.accroche.compliance.declaration.PscRegistration.RequestObject;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An authentication request that Nimbus's OAuth SDK built and signed (CIBA Core §7.1.1). */
class NimbusSignedRequestTest {

    private final ClientAuthentication alpha = new PKITLSClientAuthentication(
            new ClientID(Identities.ALPHA_ID), JdkSockets.of(Optional.of(Identities.ALPHA)));

    @ParameterizedTest
    @EnumSource(value = RequestObject.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void takesWhatTheSdkSigned(RequestObject algorithm) throws Exception {
        try (PscBench bench = new PscBench(Registrations.settings(
                "", client -> client.with(Registrations.signing(algorithm)).with(SignedRequest.KEYS)))) {
            SignedJWT signed = sign(algorithm, claims(bench, plain(bench)));
            HTTPRequest request = new CIBARequest.Builder(alpha, signed)
                    .endpointURI(bench.at("ext/ciba/auth"))
                    .build()
                    .toHTTPRequest();

            CIBAResponse response = CIBAResponse.parse(request.send());

            assertThat(response.indicatesSuccess()).isTrue();
            assertThat(bench.journal.last(Stage.PSC_CIBA).value(Fact.REQUEST_OBJECT))
                    .hasValue(algorithm.written());
        }
    }

    private CIBARequest plain(PscBench bench) {
        return new CIBARequest.Builder(alpha, new Scope("openid", "scope_all"))
                .acrValues(List.of(new ACR("eidas1")))
                .loginHint(PscBench.PERSON)
                .bindingMessage("42")
                .endpointURI(bench.at("ext/ciba/auth"))
                .build();
    }

    private static CIBASignedRequestClaimsSet claims(PscBench bench, CIBARequest plain) {
        Instant now = bench.clock.instant();
        return new CIBASignedRequestClaimsSet(
                plain,
                new Issuer(Identities.ALPHA_ID),
                new Audience(bench.psc.issuer()),
                Date.from(now),
                Date.from(now),
                Date.from(now.plus(Duration.ofMinutes(1))),
                new JWTID());
    }

    private static SignedJWT sign(RequestObject algorithm, CIBASignedRequestClaimsSet claims) throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.written())).build();
        SignedJWT signed = new SignedJWT(header, claims.toJWTClaimsSet());
        signed.sign(signer(algorithm));
        return signed;
    }

    private static JWSSigner signer(RequestObject algorithm) throws JOSEException {
        return algorithm == RequestObject.ES256
                ? new ECDSASigner(SignedRequest.EC)
                : new RSASSASigner(SignedRequest.RSA);
    }
}

package fr.accroche.authserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.ciba.CIBAGrant;
import com.nimbusds.oauth2.sdk.ciba.CIBARequest;
import com.nimbusds.oauth2.sdk.ciba.CIBARequestAcknowledgement;
import com.nimbusds.oauth2.sdk.ciba.CIBAResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.Stage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Nimbus's OAuth SDK, which the ANS proxy is built on, meets PSC and an authorization server over mTLS. It parses strictly
 * what it gets.
 */
class NimbusSdkTest {

    private static final ClientID ALPHA = new ClientID(Identities.ALPHA_ID);

    private final ApiBench bench = ApiBench.sound();
    private final SSLSocketFactory withCertificate = JdkSockets.of(Optional.of(Identities.ALPHA));
    private final SSLSocketFactory withoutCertificate = JdkSockets.of(Optional.empty());
    private final ClientAuthentication alpha = new PKITLSClientAuthentication(ALPHA, withCertificate);

    NimbusSdkTest() {
        // The library validates tokens by the machine's clock.
        bench.psc.clock.advance(Duration.between(bench.psc.clock.instant(), Instant.now()));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void logsInByCibaAndExchanges() throws Exception {
        OIDCProviderMetadata psc = metadata();

        OIDCTokens tokens = connect(psc);

        IDTokenClaimsSet idToken = validator(psc).validate(tokens.getIDToken(), null);
        assertThat(idToken.getACR()).isEqualTo(new ACR("eidas1"));
        assertThat(idToken.getStringClaim("SubjectNameID")).isEqualTo(PscBench.PERSON);
        UserInfoResponse userInfo = UserInfoResponse.parse(send(
                withoutCertificate,
                new UserInfoRequest(psc.getUserInfoEndpointURI(), tokens.getAccessToken()).toHTTPRequest()));
        assertThat(userInfo.toSuccessResponse().getUserInfo().getSubject()).isEqualTo(idToken.getSubject());
        assertThat(introspected(psc, tokens.getAccessToken()).isActive()).isTrue();
        AccessTokenResponse exchanged =
                AccessTokenResponse.parse(token(bench.api.tokenEndpoint(Teleservice.DMP), exchange(tokens)));
        assertThat(exchanged.getTokens().getBearerAccessToken().getIssuedTokenType())
                .isEqualTo(TokenTypeURI.ACCESS_TOKEN);
        assertThat(exchanged.getTokens().getBearerAccessToken().getLifetime()).isEqualTo(14_400);
    }

    @Test
    void refreshesUntilItLogsOut() throws Exception {
        OIDCProviderMetadata psc = metadata();
        OIDCTokens first = connect(psc);

        OIDCTokens second = tokens(token(psc.getTokenEndpointURI(), new RefreshTokenGrant(first.getRefreshToken())));
        HTTPResponse logout = send(
                withoutCertificate,
                new LogoutRequest(psc.getEndSessionEndpointURI(), second.getIDToken()).toHTTPRequest());
        ErrorObject refused = TokenErrorResponse.parse(
                        token(psc.getTokenEndpointURI(), new RefreshTokenGrant(second.getRefreshToken())))
                .getErrorObject();

        assertThat(second.getRefreshToken()).isNotEqualTo(first.getRefreshToken());
        assertThat(logout.getStatusCode()).isEqualTo(200);
        assertThat(refused.getCode()).isEqualTo("invalid_grant");
        assertThat(introspected(psc, second.getAccessToken()).isActive()).isFalse();
        assertThat(reason(bench.psc.journal, Stage.PSC_TOKEN)).isEqualTo("TOK-05");
    }

    @Test
    void revokesItsRefreshToken() throws Exception {
        OIDCProviderMetadata psc = metadata();
        OIDCTokens tokens = connect(psc);

        HTTPResponse revoked = send(
                withCertificate,
                new TokenRevocationRequest(psc.getRevocationEndpointURI(), alpha, tokens.getRefreshToken())
                        .toHTTPRequest());

        assertThat(revoked.getStatusCode()).isEqualTo(200);
        assertThat(introspected(psc, tokens.getAccessToken()).isActive()).isFalse();
        HTTPResponse refused = token(psc.getTokenEndpointURI(), new RefreshTokenGrant(tokens.getRefreshToken()));
        assertThat(TokenErrorResponse.parse(refused).getErrorObject().getCode()).isEqualTo("invalid_grant");
    }

    @Test
    void isToldWhyAnExchangeIsRefused() throws Exception {
        OIDCTokens tokens = connect(metadata());
        bench.psc.clock.advance(Duration.ofMinutes(3));

        HTTPResponse response = token(bench.api.tokenEndpoint(Teleservice.DMP), exchange(tokens));

        assertThat(TokenErrorResponse.parse(response).getErrorObject().getCode())
                .isEqualTo("invalid_request");
        assertThat(response.getHeaderValue("X-Accroche-Diagnosis")).isEqualTo("TOK-02");
        assertThat(reason(bench.journal, Stage.EXCHANGE)).isEqualTo("TOK-02");
    }

    private OIDCProviderMetadata metadata() throws Exception {
        HTTPRequest request = new HTTPRequest(
                HTTPRequest.Method.GET, URI.create(bench.psc.psc.issuer() + "/.well-known/openid-configuration"));
        OIDCProviderMetadata metadata =
                OIDCProviderMetadata.parse(send(withoutCertificate, request).getBodyAsJSONObject());
        assertThat(metadata.getIssuer().getValue())
                .isEqualTo(bench.psc.psc.issuer().toString());
        return metadata;
    }

    private OIDCTokens connect(OIDCProviderMetadata psc) throws Exception {
        CIBARequest request = new CIBARequest.Builder(alpha, new Scope("openid", "scope_all"))
                .acrValues(List.of(new ACR("eidas1")))
                .loginHint(PscBench.PERSON)
                .bindingMessage("42")
                .customParameter("channel", "MOBILE")
                .endpointURI(psc.getBackChannelAuthenticationEndpointURI())
                .build();
        CIBARequestAcknowledgement acknowledged = CIBAResponse.parse(send(withCertificate, request.toHTTPRequest()))
                .toRequestAcknowledgement();
        bench.psc.clock.advance(Duration.ofSeconds(acknowledged.getMinWaitInterval()));
        return tokens(token(psc.getTokenEndpointURI(), new CIBAGrant(acknowledged.getAuthRequestID())));
    }

    private static TokenExchangeGrant exchange(OIDCTokens tokens) {
        return new TokenExchangeGrant(tokens.getAccessToken(), TokenTypeURI.ACCESS_TOKEN);
    }

    private HTTPResponse token(URI endpoint, AuthorizationGrant grant) throws Exception {
        return send(
                withCertificate,
                new TokenRequest.Builder(endpoint, alpha, grant).build().toHTTPRequest());
    }

    private static OIDCTokens tokens(HTTPResponse response) throws Exception {
        TokenResponse parsed = OIDCTokenResponseParser.parse(response);
        return ((OIDCTokenResponse) parsed.toSuccessResponse()).getOIDCTokens();
    }

    private TokenIntrospectionSuccessResponse introspected(OIDCProviderMetadata psc, AccessToken token)
            throws Exception {
        TokenIntrospectionRequest request =
                new TokenIntrospectionRequest(psc.getIntrospectionEndpointURI(), alpha, token);
        return TokenIntrospectionResponse.parse(send(withCertificate, request.toHTTPRequest()))
                .toSuccessResponse();
    }

    private IDTokenValidator validator(OIDCProviderMetadata psc) throws Exception {
        HTTPResponse keys = send(withoutCertificate, new HTTPRequest(HTTPRequest.Method.GET, psc.getJWKSetURI()));
        return new IDTokenValidator(psc.getIssuer(), ALPHA, JWSAlgorithm.RS256, JWKSet.parse(keys.getBody()));
    }

    private static HTTPResponse send(SSLSocketFactory sockets, HTTPRequest request) throws Exception {
        request.setSSLSocketFactory(sockets);
        return request.send();
    }

    private static String reason(Hops journal, Stage stage) {
        return journal.last(stage).breaches().stream()
                .map(Breach::rule)
                .findFirst()
                .orElseThrow()
                .toString();
    }
}

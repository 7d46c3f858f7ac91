package fr.accroche.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.wire.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each defect shows on the wire, and nothing else goes wrong with it. */
class DefectTest {

    private static final String BODY = "<?xml version=\"1.0\"?><s:Envelope><s:Header><c:ContexteLPS><l:LPS>"
            + "<l:IDAM R=\"4\">DEMO00000001</l:IDAM></l:LPS></c:ContexteLPS></s:Header><s:Body/></s:Envelope>";

    @Test
    void exchangesTheTokenOfAnotherClient() throws Exception {
        try (Chain chain =
                Chain.with(ProxyDefects.withOtherClient(ProxyDefect.EXCHANGES_TOKEN_OF_ANOTHER_CLIENT, Chain.BETA))) {
            // When
            Response response = chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(response.status()).isEqualTo(200);
            Seen ciba = chain.psc.only(FakePsc.CIBA);
            assertThat(ciba.form("client_id")).contains(Chain.BETA);
            assertThat(ciba.presented(Certificates.BETA)).isTrue();
            Seen exchange = chain.authorization.only("/dmp");
            assertThat(exchange.form("client_id")).contains(Chain.ALPHA);
            assertThat(exchange.form("subject_token")).contains("psc-token-1-of-" + Chain.BETA);
            assertThat(exchange.presented(Certificates.ALPHA)).isTrue();
        }
    }

    @Test
    void presentsTheCertificateOfAnotherClientEverywhere() throws Exception {
        try (Chain chain = Chain.with(
                ProxyDefects.withOtherClient(ProxyDefect.PRESENTS_CERTIFICATE_OF_ANOTHER_CLIENT, Chain.BETA))) {
            Lps lps = chain.lps();
            // When
            lps.connect(Chain.ALPHA);
            lps.post("/send/dmp/x", BODY);

            // Then
            assertThat(chain.psc.only(FakePsc.CIBA).form("client_id")).contains(Chain.ALPHA);
            assertThat(chain.psc.only(FakePsc.CIBA).presented(Certificates.BETA))
                    .isTrue();
            assertThat(chain.authorization.only("/dmp").form("client_id")).contains(Chain.ALPHA);
            assertThat(chain.authorization.only("/dmp").presented(Certificates.BETA))
                    .isTrue();
            assertThat(chain.teleservices.only("/dmp/x").presented(Certificates.BETA))
                    .isTrue();
        }
    }

    @Test
    void presentsARenewedCertificateToTheTeleserviceOnly() throws Exception {
        try (Chain chain = new Chain()) {
            // Given
            ClientIdentity renewed = ClientIdentity.renewed(Certificates.ALPHA, Certificates.ALPHA_RENEWED);
            Lps lps = chain.open(usual -> ProxySettings.of(
                            usual.discovery(), usual.trusted(), Map.of(Chain.ALPHA, renewed), usual.routes()))
                    .lps();

            // When
            lps.connect(Chain.ALPHA);
            lps.post("/send/dmp/x", BODY);

            // Then
            assertThat(chain.authorization.only("/dmp").presented(Certificates.ALPHA))
                    .isTrue();
            assertThat(chain.teleservices.only("/dmp/x").presented(Certificates.ALPHA_RENEWED))
                    .isTrue();
        }
    }

    @Test
    void sendsTheTokenOfPsc() throws Exception {
        try (Chain chain = Chain.with(ProxyDefects.only(ProxyDefect.SENDS_PSC_TOKEN))) {
            Lps lps = chain.lps();
            // When
            lps.connect(Chain.ALPHA);
            lps.post("/send/dmp/x", BODY);

            // Then
            assertThat(chain.teleservices.only("/dmp/x").header("Authorization"))
                    .contains("Bearer psc-token-1-of-alpha-edc-bas");
        }
    }

    @Test
    void rewritesTheBody() throws Exception {
        try (Chain chain = Chain.with(ProxyDefects.only(ProxyDefect.REWRITES_BODY))) {
            Lps lps = chain.lps();
            // When
            lps.connect(Chain.ALPHA);
            lps.post("/send/dmp/x", BODY);

            // Then
            assertThat(chain.teleservices.only("/dmp/x").text())
                    .isEqualTo(BODY.replace("</s:Header>", "\n</s:Header>"));
        }
    }

    @Test
    void writesItsOwnNumber() throws Exception {
        try (Chain chain = Chain.with(ProxyDefects.writingNumber("PROXY0000001"))) {
            Lps lps = chain.lps();
            // When
            lps.connect(Chain.ALPHA);
            lps.post("/send/insi/x", BODY);

            // Then
            assertThat(chain.teleservices.only("/insi/x").text())
                    .isEqualTo(BODY.replace("DEMO00000001", "PROXY0000001"));
        }
    }

    @Test
    void callsTheCredentialApiItself() throws Exception {
        try (Chain chain = new Chain()) {
            // Given
            URI credential = chain.authorization.uri("/credential");
            chain.authorization.on("/credential", Response.of(403));
            Lps lps = chain.open(usual -> usual.withDefects(ProxyDefects.callingCredentialApi(credential)))
                    .lps();

            // When
            Response response = lps.connect(Chain.ALPHA);

            // Then
            assertThat(response.status()).isEqualTo(200);
            assertThat(chain.authorization.seen())
                    .extracting(Seen::target)
                    .containsExactly("/credential", "/dmp", "/insi");
            Seen call = chain.authorization.only("/credential");
            assertThat(call.text())
                    .isEqualTo("{\"clientId\":\"alpha-edc-bas\",\"certificateCN\":\"alpha-edc-bas\","
                            + "\"certificateOU\":\"300000000020002\",\"securityLevel\":\"15\"}");
            assertThat(call.presented(Certificates.ALPHA)).isTrue();
        }
    }

    @Test
    void pollsTooFast() throws Exception {
        try (Chain chain = Chain.with(ProxyDefects.only(ProxyDefect.POLLS_TOO_FAST))) {
            // Given
            chain.pscAnswers.polls(Answers.SLOW_DOWN, Answers.PENDING);

            // When
            Response response = chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(response.status()).isEqualTo(200);
            assertThat(chain.pauses).hasSize(3).allMatch(pause -> pause.compareTo(Duration.ofSeconds(1)) < 0);
        }
    }

    @Test
    void omitsTheTypeOfTheSubjectToken() throws Exception {
        try (Chain chain = Chain.with(ProxyDefects.only(ProxyDefect.OMITS_SUBJECT_TOKEN_TYPE))) {
            // When
            chain.lps().connect(Chain.ALPHA);

            // Then
            assertThat(chain.authorization.only("/dmp").form("subject_token")).isPresent();
            assertThat(chain.authorization.only("/dmp").form("subject_token_type"))
                    .isEmpty();
        }
    }

    @Test
    void neverRenewsATokenThatHasEnded() throws Exception {
        try (Chain chain = Chain.with(ProxyDefects.only(ProxyDefect.NEVER_RENEWS_API_TOKENS))) {
            // Given
            chain.authorization.on("/dmp", FakeRealm.rotating());
            Lps lps = chain.lps();
            lps.connect(Chain.ALPHA);

            // When
            chain.clock.advance(Duration.ofSeconds(61));
            lps.post("/send/dmp/x", BODY);

            // Then
            assertThat(chain.teleservices.only("/dmp/x").header("Authorization"))
                    .contains("Bearer api-token-1");
            assertThat(chain.authorization.seen("/dmp")).hasSize(1);
        }
    }
}

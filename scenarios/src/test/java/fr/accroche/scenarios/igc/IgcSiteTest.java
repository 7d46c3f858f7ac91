package fr.accroche.scenarios.igc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accroche.certs.Branch;
import fr.accroche.scenarios.Programs;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ordinary programs get from the site. */
class IgcSiteTest {

    @TempDir
    private Path folder;

    private final RunningSite site = new RunningSite();
    private final List<X509Certificate> chain = RunningSite.ALPHA.chain();

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/CRL/ACI-EL-ORG-TEST.crl, TEST, 0",
        "/CRL/ACR-EL-TEST.crl, TEST, 1",
        "/CRL/ACI-EL-ORG.crl, PRODUCTION, 0",
        "/CRL/ACR-EL.crl, PRODUCTION, 1"
    })
    void publishesTheListOfEachAuthority(String path, Branch branch, int level) throws Exception {
        HttpResponse<byte[]> answer = site.get(path);

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pkix-crl");
        X509CRL list =
                (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(answer.body()));
        list.verify(RunningSite.IGC.authorityChain(branch).get(level).getPublicKey());
        assertThat(site.get(path).body()).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @CsvSource({"/AC%20TEST/ACI-EL-ORG-TEST.cer, TEST", "/AC/ACI-EL-ORG.cer, PRODUCTION"})
    void publishesTheIntermediate(String path, Branch branch) throws Exception {
        assertThat(site.get(path).body())
                .isEqualTo(RunningSite.IGC.authorityChain(branch).get(0).getEncoded());
    }

    @Test
    void aMissingListIsMissing() throws Exception {
        site.desk("crl=missing&authority=ACR-EL");

        assertThat(site.get("/CRL/ACR-EL-TEST.crl").statusCode()).isEqualTo(404);
        assertThat(site.get("/CRL/ACI-EL-ORG-TEST.crl").statusCode()).isEqualTo(200);
        assertThat(site.get("/CRL/ACR-EL.crl").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ocsp=answering, leaf.pem: good",
        "certificate=alpha&state=revoked, leaf.pem: revoked",
        "ocsp=unknown, leaf.pem: unknown",
        "ocsp=try-later, Responder Error: trylater"
    })
    void openSslGetsWhatTheDeskSays(String form, String expected) throws Exception {
        assumeTrue(Programs.present("openssl"), "skipped: openssl is not installed here");
        assertThat(site.desk(form).statusCode()).isEqualTo(204);
        write("leaf.pem", chain.get(0));
        write("issuer.pem", chain.get(1));
        write("root.pem", chain.get(2));

        Programs.Ended ended = Programs.run(
                folder,
                ("openssl ocsp -issuer issuer.pem -cert leaf.pem -CAfile root.pem -url " + site.uri() + "/ocsp")
                        .split(" "));

        assertThat(ended.printed()).contains(expected).doesNotContainIgnoringCase("nonce");
        if (!form.equals("ocsp=try-later")) {
            assertThat(ended.printed()).contains("Response verify OK");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ocsp=answering, true",
        "certificate=alpha&state=revoked, false",
        "ocsp=unknown, false",
        "ocsp=try-later, false"
    })
    void theJdkGetsWhatTheDeskSays(String form, boolean accepted) throws Exception {
        assertThat(site.desk(form).statusCode()).isEqualTo(204);
        PKIXRevocationChecker checker =
                (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
        checker.setOcspResponder(URI.create(site.uri() + "/ocsp"));
        checker.setOptions(
                EnumSet.of(PKIXRevocationChecker.Option.ONLY_END_ENTITY, PKIXRevocationChecker.Option.NO_FALLBACK));
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(chain.get(2), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(Clock.systemUTC().instant().plusSeconds(2)));
        parameters.addCertPathChecker(checker);

        assertThat(accepts(parameters)).isEqualTo(accepted);
    }

    private boolean accepts(PKIXParameters parameters) throws Exception {
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, 2)), parameters);
            return true;
        } catch (CertPathValidatorException refused) {
            return false;
        }
    }

    @Test
    void answersTheSameByGet() throws Exception {
        assumeTrue(Programs.present("openssl"), "skipped: openssl is not installed here");
        write("leaf.pem", chain.get(0));
        write("issuer.pem", chain.get(1));
        write("root.pem", chain.get(2));
        assertThat(Programs.run(
                                folder,
                                "openssl ocsp -issuer issuer.pem -cert leaf.pem -no_nonce -reqout request.der"
                                        .split(" "))
                        .exitCode())
                .isZero();
        byte[] request = Files.readAllBytes(folder.resolve("request.der"));
        String base64 = Base64.getEncoder().encodeToString(request);

        for (String path :
                List.of(base64, base64.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"))) {
            HttpResponse<byte[]> answer = site.get("/ocsp/" + path);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/ocsp-response");
            Files.write(folder.resolve("response.der"), answer.body());
            assertThat(Programs.run(
                                    folder,
                                    ("openssl ocsp -respin response.der -issuer issuer.pem -cert leaf.pem -no_nonce"
                                                    + " -CAfile root.pem")
                                            .split(" "))
                            .printed())
                    .contains("Response verify OK", "leaf.pem: good");
        }
    }

    @ParameterizedTest
    @CsvSource({"/ocsp/-, expected /ocsp/", "/ocsp/MAA=, tbsRequest", "/ocsp/, no byte"})
    void saysWhatIsMalformed(String path, String why) throws Exception {
        HttpResponse<byte[]> answer = site.get(path);

        assertThat(answer.body()).isEqualTo(new byte[] {0x30, 3, 0x0a, 1, 1});
        assertThat(answer.headers().firstValue("X-Accroche-Diagnosis").orElseThrow())
                .contains(why);
    }

    @Test
    void answersUnauthorizedAboutOtherAuthorities() throws Exception {
        byte[] strange = Base64.getDecoder()
                .decode("MEIwQDA+MDwwOjAJBgUrDgMCGgUABBQAAAAAAAAAAAAAAAAAAAAAAAAAAAQUAAAAAAAAAAAAAAAAAAAAAAAAAAACAQE=");

        assertThat(site.ocsp(strange, Duration.ofSeconds(10)).body()).isEqualTo(new byte[] {0x30, 3, 0x0a, 1, 6});
    }

    @Test
    void keepsSilent() throws Exception {
        assumeTrue(Programs.present("openssl"), "skipped: openssl is not installed here");
        write("leaf.pem", chain.get(0));
        write("issuer.pem", chain.get(1));
        Programs.run(folder, "openssl ocsp -issuer issuer.pem -cert leaf.pem -reqout request.der".split(" "));
        byte[] request = Files.readAllBytes(folder.resolve("request.der"));
        site.desk("ocsp=silent");

        assertThatThrownBy(() -> site.ocsp(request, Duration.ofMillis(300))).isInstanceOf(HttpTimeoutException.class);

        site.desk("ocsp=answering");
        assertThat(site.ocsp(request, Duration.ofSeconds(10)).statusCode()).isEqualTo(200);
    }

    private void write(String name, X509Certificate certificate) throws Exception {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        Files.writeString(folder.resolve(name), pem, StandardCharsets.US_ASCII);
    }
}

package fr.accroche.scenarios.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import fr.accroche.scenarios.diagnosis.Diagnosis.Candidate;
import fr.accroche.scenarios.diagnosis.Symptom.Weight;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {

    static Stream<Arguments> symptoms() {
        return CertificateErrors.ALL.stream()
                .flatMap(error -> error.symptoms().stream().map(symptom -> Arguments.of(error, symptom)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("symptoms")
    void everyTextIsRecognisedInItsSurroundings(CertificateError error, Symptom symptom) {
        String printed = symptom.text().replace("…", "tls_process_peer");

        for (String pasted :
                List.of(printed, java(printed), nginx(printed), script(printed), retyped(printed), json(printed))) {
            assertRecognised(pasted, error, symptom);
        }
    }

    /** First of all; or, where its text is another's too, after no error that has not the same text. */
    private static void assertRecognised(String pasted, CertificateError error, Symptom symptom) {
        List<Candidate> candidates = Diagnosis.of(pasted).candidates();
        assertThat(candidates).as(pasted).extracting(Candidate::error).contains(error);
        List<Candidate> before = candidates.stream()
                .takeWhile(candidate -> !candidate.error().equals(error))
                .toList();
        if (symptom.weight() == Weight.TELLING) {
            assertThat(before).as(pasted).isEmpty();
        }
        assertThat(before)
                .as(pasted)
                .allSatisfy(other -> assertThat(other.best().phrase().key())
                        .isEqualTo(symptom.phrase().key()));
        boolean alone = candidates.size() == 1;
        assertThat(alone || error.check().question().en().matches("(?s).*\\bF\\d+\\b.*"))
                .as("%s looks like others: it says how to tell them apart", error)
                .isTrue();
    }

    private static String java(String printed) {
        return """
                2026-11-22 10:15:42.123 ERROR 4242 --- [exec-3] c.e.ProxyClient : call of https://proxy.example/send failed
                java.io.IOException: %s
                \tat java.base/sun.security.ssl.Alert.createSSLException(Alert.java:131)
                \tat com.example.ProxyClient.send(ProxyClient.java:88)
                Caused by: java.lang.RuntimeException: x
                \t... 26 more
                """.formatted(printed);
    }

    private static String nginx(String printed) {
        return "proxy-1  | 2026/11/22 10:15:42 [info] 31#31: *7 " + printed + " while reading client request headers,"
                + " client: 10.0.0.7, server: proxy.example, request: \"POST /send HTTP/1.1\", host: \"proxy.example\"\n";
    }

    private static String script(String printed) {
        return "+ ./appel.sh /srv/certs/client.p12\r\n\u001b[31mErreur (60)\u001b[0m : " + printed
                + ":../crypto/x.c:386:, errno 0\r\nMore details here: https://example/docs.html\r\n";
    }

    /** Copied from a word processor or a mail: capitals, curly quotes, other hyphens, lines cut and quoted. */
    private static String retyped(String printed) {
        return "> "
                + printed.replace("'", "’")
                        .replace("-", "\u2011")
                        .replace(" ", "\n>   ")
                        .toUpperCase(Locale.ROOT);
    }

    private static String json(String printed) {
        String escaped = printed.replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "\\u0027");
        return "{\"level\":\"error\",\"message\":\"call failed:\\n" + escaped + "\",\"pid\":42}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n\t",
                "bonjour",
                "java.lang.NullPointerException: Cannot invoke \"String.length()\" because \"x\" is null",
                "java.net.SocketException: Broken pipe\n\tat java.base/sun.nio.ch.SocketDispatcher.write0(Native Method)",
                "curl: (7) Failed to connect to localhost port 8443 after 0 ms: Couldn't connect to server",
                "java.net.UnknownHostException: proxy.example",
                "HTTP/1.1 404 Not Found\nContent-Type: application/json\n\n{\"error\":\"not_found\"}",
                "npm ERR! code ELIFECYCLE",
                "Verification: OK\nVerify return code: 0 (ok)",
                "the certificate of attendance will be sent by post; le certificat médical est valide",
                "ORA-01017: invalid username/password; logon denied"
            })
    void whatHasToDoWithNoCertificateMatchesNothing(String pasted) {
        assertThat(Diagnosis.of(pasted).candidates()).isEmpty();
    }

    /** Texts as the programs print them, wrappers included. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            F28|urllib.error.URLError: <urlopen error [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired (_ssl.c:1006)>
            F36|[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'localhost'. (_ssl.c:1006)
            F18|curl: (58) could not parse PKCS12 file, check password, OpenSSL error error:0308010C:digital envelope routines::unsupported
            F20|curl: (58) could not parse PKCS12 file, check password, OpenSSL error error:11800071:PKCS12 routines::mac verify failure
            F33|curl: (56) OpenSSL SSL_read: OpenSSL/3.0.19: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0
            F6|curl: (35) OpenSSL/3.0.19: error:0A000413:SSL routines::sslv3 alert unsupported certificate
            F29|PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed Caused by: java.security.cert.CertificateNotYetValidException: NotBefore: Tue Jan 01 00:00:00 UTC 2030
            F14|2026/11/22 10:00:00 [info] 7#7: *1 client SSL certificate verify error: (21:unable to verify the first certificate) while reading client request headers
            F15|error 2 at 1 depth lookup: unable to get issuer certificate
            F10|error 20 at 0 depth lookup: unable to get local issuer certificate 400 Bad Request client SSL certificate verify error: (20:unable to get local issuer certificate)
            F24|curl: (58) could not load PEM client certificate from client.der, OpenSSL error error:0480006C:PEM routines::no start line, (no key found, wrong pass phrase, or wrong file format?)
            F35|curl: (58) could not load PEM client certificate from weak.pem, OpenSSL error error:0A00018F:SSL routines::ee key too small, (no key found, wrong pass phrase, or wrong file format?)
            F25|40C7:error:05800074:x509 certificate routines:X509_check_private_key:key values mismatch:../crypto/x509/x509_cmp.c:403:
            F21|java.security.UnrecoverableKeyException: Get Key failed: Given final block not properly padded. Such issues can arise if a bad key is used during decryption.
            F4|<faultcode>siram:DESIR_560</faultcode><faultstring>Niveau d'accès insuffisant</faultstring>
            """)
    void theWrapperDoesNotHideTheCause(String id, String printed) {
        assertThat(Diagnosis.of(printed).candidates().get(0).error().id()).isEqualTo(id);
    }

    @Test
    void aLogOfAMebibyteIsReadInAMoment() {
        StringBuilder log = new StringBuilder();
        while (log.length() < (1 << 20) - 4000) {
            log.append("2026-11-22 SSL routines: alert Java SSL client certificate verify error: (0:ok)\n");
        }
        log.append(java("PKIX path building failed"));

        List<Candidate> candidates = assertTimeout(
                Duration.ofSeconds(5), () -> Diagnosis.of(log.toString()).candidates());

        assertThat(candidates.get(0).error().id()).isEqualTo("F13");
    }
}

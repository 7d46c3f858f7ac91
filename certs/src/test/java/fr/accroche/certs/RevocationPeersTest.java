package fr.accroche.certs;

import static fr.accroche.certs.Fixtures.IGC;
import static fr.accroche.certs.Fixtures.KEY;
import static fr.accroche.certs.Fixtures.NOW;
import static fr.accroche.certs.Fixtures.authCli;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.Processes.Ended;
import fr.accroche.certs.file.CertificateFileReader;
import fr.accroche.certs.file.Entry;
import fr.accroche.certs.file.OcspRequestReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenSSL and the JDK read the lists and the responses, and agree with the judge. */
class RevocationPeersTest {

    @TempDir
    Path folder;

    private final List<X509Certificate> chain = IGC.issue(authCli(), KEY).chain();
    private final RevocationRegister register = IGC.revocations().apart();

    private interface Change extends Consumer<RevocationPeersTest> {}

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("good", (Change) test -> {}, "OK"),
                Arguments.of("leaf revoked", (Change) test -> test.revoke(0), "certificate revoked"),
                Arguments.of("intermediate revoked", (Change) test -> test.revoke(1), "certificate revoked"),
                Arguments.of(
                        "expired",
                        (Change) test ->
                                test.register.set(Branch.TEST, IgcAuthority.INTERMEDIATE, RevocationListState.EXPIRED),
                        "CRL has expired"),
                Arguments.of(
                        "root's missing",
                        (Change) test -> test.register.set(Branch.TEST, IgcAuthority.ROOT, RevocationListState.MISSING),
                        "unable to get certificate CRL"));
    }

    private void revoke(int level) {
        register.revoke(Branch.TEST, chain.get(level).getSerialNumber());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void agreeOnLists(String what, Change change, String openSsl) throws Exception {
        change.accept(this);
        List<X509CRL> lists = Stream.of(IgcAuthority.values())
                .flatMap(authority -> register.list(Branch.TEST, authority).stream())
                .toList();
        boolean sound = openSsl.equals("OK");

        assertThat(IGC.judge(
                                Profile.ORG_AUTH_CLI,
                                Branch.TEST,
                                RevocationCheck.of(RevocationSource.ofLists(lists, what)))
                        .judge(chain)
                        .sound())
                .isEqualTo(sound);
        assertThat(jdkAcceptsByLists(lists)).isEqualTo(sound);
        if (openSslIsHere()) {
            Ended ended = verify(lists);
            assertThat(ended.output()).contains(openSsl);
            assertThat(ended.code() == 0).isEqualTo(sound);
        }
    }

    private boolean jdkAcceptsByLists(List<X509CRL> lists) throws Exception {
        PKIXParameters parameters = parameters();
        parameters.setRevocationEnabled(true);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
        return accepts(parameters);
    }

    private Ended verify(List<X509CRL> lists) throws Exception {
        List<X509Certificate> authorities = IGC.authorityChain(Branch.TEST);
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        for (X509CRL list : lists) {
            pem.writeBytes(("-----BEGIN X509 CRL-----\n"
                            + Base64.getMimeEncoder().encodeToString(list.getEncoded())
                            + "\n-----END X509 CRL-----\n")
                    .getBytes());
        }
        Files.write(folder.resolve("lists.pem"), pem.toByteArray());
        write("root.pem", authorities.get(1));
        write("intermediate.pem", authorities.get(0));
        write("leaf.pem", chain.get(0));
        return Processes.run(
                folder,
                List.of(("openssl verify -crl_check_all -attime " + NOW.getEpochSecond()
                                + " -CRLfile lists.pem -CAfile root.pem -untrusted intermediate.pem leaf.pem")
                        .split(" ")));
    }

    static Stream<Arguments> responses() {
        return Stream.of(
                Arguments.of("good", (Change) test -> {}, true),
                Arguments.of("revoked", (Change) test -> test.revoke(0), false),
                Arguments.of("unknown", (Change) test -> test.register.set(Branch.TEST, OcspState.UNKNOWN), false),
                Arguments.of("try later", (Change) test -> test.register.set(Branch.TEST, OcspState.TRY_LATER), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("responses")
    void agreesWithTheJdkOnOcsp(String what, Change change, boolean sound) throws Exception {
        change.accept(this);
        byte[] response = register.respond(
                        new OcspRequest(List.of(OcspMint.certificateId(chain.get(0), chain.get(1))), Optional.empty()))
                .orElseThrow();
        PKIXParameters parameters = parameters();
        PKIXRevocationChecker checker =
                (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
        checker.setOptions(
                EnumSet.of(PKIXRevocationChecker.Option.ONLY_END_ENTITY, PKIXRevocationChecker.Option.NO_FALLBACK));
        checker.setOcspResponses(Map.of(chain.get(0), response));
        parameters.addCertPathChecker(checker);

        assertThat(accepts(parameters)).isEqualTo(sound);
        assertThat(IGC.judge(Profile.ORG_AUTH_CLI, Branch.TEST, RevocationCheck.of(register.responder(Branch.TEST)))
                        .judge(chain)
                        .sound())
                .isEqualTo(sound);
    }

    @Test
    void readsTheRequestsOfOpenSsl() throws Exception {
        Assumptions.assumeTrue(openSslIsHere(), "openssl is not on the PATH: cross-check skipped");
        write("leaf.pem", chain.get(0));
        write("issuer.pem", chain.get(1));
        Ended made = Processes.run(
                folder,
                List.of("openssl ocsp -sha256 -issuer issuer.pem -cert leaf.pem -cert leaf.pem -reqout request.der"
                        .split(" ")));
        assertThat(made.code()).as(made.output()).isZero();

        OcspRequest request = OcspRequestReader.read(Files.readAllBytes(folder.resolve("request.der")));

        assertThat(request.certificateIds()).hasSize(2);
        assertThat(request.nonce()).isPresent();
        RevocationEvidence.Answer answer = new RevocationEvidence.Answer(register.respond(request), "OCSP");
        assertThat(new OcspVerdict(chain.get(0), chain.get(1), answer, NOW).defects())
                .isEmpty();
        Files.write(folder.resolve("response.der"), answer.response().orElseThrow());
        write("root.pem", chain.get(2));
        Ended read = Processes.run(
                folder,
                List.of(("openssl ocsp -no_nonce -respin response.der -CAfile root.pem -issuer issuer.pem"
                                + " -sha256 -cert leaf.pem -attime " + NOW.getEpochSecond())
                        .split(" ")));
        assertThat(read.output()).containsPattern("(?s)Response verify OK.*\\bgood\n");
    }

    @Test
    void readsTheListsWithTheReaderOfFiles() throws Exception {
        X509CRL list = register.list(Branch.TEST, IgcAuthority.INTERMEDIATE).orElseThrow();

        assertThat(CertificateFileReader.read("list.crl", list.getEncoded(), Optional.empty())
                        .entries())
                .containsExactly(new Entry.Revocations(list));
    }

    /** A second later: to the JDK, what is revoked this very second is not yet. */
    private PKIXParameters parameters() throws Exception {
        PKIXParameters parameters =
                new PKIXParameters(Set.of(new TrustAnchor(IGC.roots(Branch.TEST).get(0), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW.plusSeconds(1)));
        return parameters;
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

    private void write(String name, X509Certificate certificate) throws Exception {
        Files.write(folder.resolve(name), Pem.encode(List.of(certificate)));
    }

    private static boolean openSslIsHere() throws Exception {
        try {
            return Processes.run(List.of("openssl", "version")).code() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}

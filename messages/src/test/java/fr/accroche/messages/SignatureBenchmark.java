package fr.accroche.messages;

import fr.accroche.messages.ParsedAssertion.Kind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What {@link SignatureLoad} has JMH measure, on one thread. Each throws if what it verifies is not right. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignatureBenchmark {
    private final SignatureVerifier verifier = SignatureVerifier.strict();
    private byte[] message;
    private ParsedAssertion assertion;
    private byte[] octets;
    private byte[] value;

    /** Signs once, all with one key of RSA 2048. */
    @Setup
    public void sign() throws GeneralSecurityException {
        SignedSample sample = SignedSample.vihf();
        message = sample.soap().getBytes(StandardCharsets.UTF_8);
        assertion = BusinessRequest.parse(message).assertion(Kind.VIHF).orElseThrow();
        octets = sample.genuine().getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(Keys.EDITOR.key());
        signature.update(octets);
        value = signature.sign();
    }

    /** From the bytes of a request to the verdict on its VIHF. */
    @Benchmark
    public SignatureResult readAndVerify() {
        return valid(BusinessRequest.parse(message).assertion(Kind.VIHF).orElseThrow());
    }

    /** From the bytes of a request to its parts. */
    @Benchmark
    public BusinessRequest read() {
        return BusinessRequest.parse(message);
    }

    /** The verdict on a VIHF that was read. */
    @Benchmark
    public SignatureResult verify() {
        return valid(assertion);
    }

    /** As many bytes as the VIHF has, and nothing of XML. */
    @Benchmark
    public boolean rsa() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(Keys.EDITOR.certificate());
        signature.update(octets);
        if (!signature.verify(value)) {
            throw new IllegalStateException("not verified");
        }
        return true;
    }

    private SignatureResult valid(ParsedAssertion read) {
        SignatureResult result = verifier.verify(read);
        if (!(result instanceof SignatureResult.Valid)) {
            throw new IllegalStateException(result.toString());
        }
        return result;
    }
}

package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedKeyTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void refusesAKeyWithOneNumberOff(int damaged) throws Exception {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) Fixtures.KEY.getPrivate();
        BigInteger[] off = new BigInteger[8];
        Arrays.fill(off, BigInteger.ZERO);
        off[damaged] = BigInteger.TWO;
        RSAPrivateCrtKeySpec spec = new RSAPrivateCrtKeySpec(
                key.getModulus().add(off[0]),
                key.getPublicExponent().add(off[1]),
                key.getPrivateExponent().add(off[2]),
                key.getPrimeP().add(off[3]),
                key.getPrimeQ().add(off[4]),
                key.getPrimeExponentP().add(off[5]),
                key.getPrimeExponentQ().add(off[6]),
                key.getCrtCoefficient().add(off[7]));
        Path file = folder.resolve("x.key.pem");
        Files.write(file, Pem.encode(KeyFactory.getInstance("RSA").generatePrivate(spec)));

        assertThatThrownBy(() -> Pem.privateKey(file, Wording.verbatim("delete it")))
                .isInstanceOf(CertificateFileException.class)
                .hasMessageContaining("damaged")
                .hasMessageEndingWith("; delete it");
    }
}

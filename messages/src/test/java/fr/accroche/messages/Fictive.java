package fr.accroche.messages;

import fr.accroche.messages.ParsedAssertion.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Data of nobody, shared by the tests. */
final class Fictive {
    static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");
    static final Ins PATIENT = new Ins("290019999900113", Ins.NIR_TEST);
    static final LpsIdentity LPS = LpsIdentity.of("LPS_DEMO_A", "2.1", "1.2.250.1.999.1", "DEMO-HOM-0001");
    static final Person DOCTOR = new Person(
            "899900000011",
            "DEMO Camille",
            List.of(
                    new CodedValue("10", CodedValue.PROFESSION, "Médecin"),
                    new CodedValue("SM26", CodedValue.SPECIALITY, "Qualifié en médecine générale (SM)")));
    static final String VIHF_ID = "_5f0c0000-0000-4000-8000-000000000001";
    static final String MESSAGE_ID = "urn:uuid:7c1e0000-0000-4000-8000-000000000002";

    private Fictive() {}

    static Vihf vihf() {
        return vihf(VIHF_ID, Keys.EDITOR.signer().issuer(), LPS);
    }

    static Vihf vihf(String id, String issuer, LpsIdentity lps) {
        return Vihf.indirecte(id, NOW, issuer, DOCTOR, "499900000011000", "SA07", PATIENT, lps);
    }

    static AssertionPs assertionPs() {
        return new AssertionPs(
                "_0b6c1d1e-0000-4000-8000-000000000001",
                NOW,
                "CN=lps-demo-edc-bas,OU=399999999900017,O=EDITEUR DEMO,C=FR",
                "899900000011",
                "PSC",
                "991000001",
                Optional.of("01"),
                "SA07",
                Optional.empty());
    }

    static LpsIdentity tlsiLps() {
        return LpsIdentity.of("urn:lps:LPS_DEMO_A:2.1", "2.1", "6f2d0000-0000-4000-8000-000000000003", "DEMO00000001");
    }

    static ContexteLps contexteLps(LpsIdentity lps) {
        return ContexteLps.of("9a000000-0000-4000-8000-000000000004", NOW, "899900000011", lps);
    }

    static ContexteBam contexteBam() {
        return ContexteBam.of("9b000000-0000-4000-8000-000000000005", NOW, "899900000011");
    }

    static DmpRequest dmp(SamlAssertion vihf) {
        return new DmpRequest(MESSAGE_ID, "", NOW, Optional.of(vihf), PATIENT, LPS);
    }

    /** A DMP request as text, signed by the editor. */
    static String signedDmp() {
        return text(dmp(Keys.EDITOR.signer().sign(vihf())).toBytes());
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    static BusinessRequest parse(String soap) {
        return BusinessRequest.parse(soap.getBytes(StandardCharsets.UTF_8));
    }

    /** Verifies the VIHF of a message, strictly. */
    static SignatureResult verify(String soap) {
        return SignatureVerifier.strict()
                .verify(parse(soap).assertion(Kind.VIHF).orElseThrow());
    }
}

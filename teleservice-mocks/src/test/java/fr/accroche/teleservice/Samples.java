package fr.accroche.teleservice;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.messages.AssertionPs;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.ContexteBam;
import fr.accroche.messages.ContexteLps;
import fr.accroche.messages.DmpRequest;
import fr.accroche.messages.Ins;
import fr.accroche.messages.InsiCardRequest;
import fr.accroche.messages.InsiRequest;
import fr.accroche.messages.LpsIdentity;
import fr.accroche.messages.OnBody;
import fr.accroche.messages.OnRequest;
import fr.accroche.messages.Person;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.Traits;
import fr.accroche.messages.Vihf;
import fr.accroche.messages.VihfForm;
import fr.accroche.messages.VihfSigner;
import fr.accroche.messages.VitaleCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sound business requests, and the parts to make unsound ones of. */
final class Samples {

    static final String NAME = "Alpha Cabinet";
    static final String VERSION = "2.1";
    static final String DMP_NUMBER = "DMP-H-0001";
    static final String INSI_NUMBER = "INSI-C-0001";
    static final String ON_NUMBER = "ON-C-0001";
    static final FictivePatient CAMILLE = FictivePatient.ALL.get(0);
    static final Ins PATIENT = CAMILLE.forDmp(Environment.TEST);
    static final LpsIdentity LPS = LpsIdentity.of(NAME, VERSION, "1.2.250.1.999.1", DMP_NUMBER);

    private Samples() {}

    static SamlAssertion vihf(Instant issued, String person, LpsIdentity lps, HeldCertificate signer) {
        return vihf(issued, person, lps, signer, PATIENT);
    }

    private static SamlAssertion vihf(
            Instant issued, String person, LpsIdentity lps, HeldCertificate signer, Ins patient) {
        VihfSigner seal = new VihfSigner(signer.key(), signer.certificate());
        return seal.sign(vihf(issued, person, lps, seal, patient));
    }

    private static Vihf vihf(Instant issued, String person, LpsIdentity lps, VihfSigner seal, Ins patient) {
        return Vihf.indirecte(
                "_" + UUID.randomUUID(),
                issued,
                seal.issuer(),
                new Person(
                        person,
                        "DOC CAMILLE",
                        List.of(
                                new CodedValue("10", CodedValue.PROFESSION, "Médecin"),
                                new CodedValue("SM54", CodedValue.SPECIALITY, "Médecine générale"))),
                "499900000011000",
                "SA07",
                patient,
                lps);
    }

    /** A VIHF of this form, about this patient or nobody. */
    static SamlAssertion vihf(
            Instant issued, VihfForm form, Optional<Ins> patient, LpsIdentity lps, HeldCertificate by) {
        VihfSigner seal = new VihfSigner(by.key(), by.certificate());
        Vihf usual = vihf(issued, Tokens.PERSON, lps, seal, PATIENT).in(form);
        return form.seal(
                new Vihf(
                        usual.id(),
                        usual.issueInstant(),
                        usual.issuer(),
                        usual.person(),
                        usual.structure(),
                        usual.sector(),
                        usual.mode(),
                        patient,
                        usual.purpose(),
                        usual.lps(),
                        usual.authnContextClass(),
                        usual.version()),
                seal);
    }

    /** The same of the sound LPS, about the sound patient. */
    static SamlAssertion vihf(Instant issued, VihfForm form) {
        return vihf(issued, form, Optional.of(PATIENT), LPS, TestCertificates.SIGNER);
    }

    static SamlAssertion soundVihf(Instant issued) {
        return vihf(issued, Tokens.PERSON, LPS, TestCertificates.SIGNER);
    }

    static byte[] dmpAbout(Instant now, Ins patient) {
        return dmp(now, Optional.of(vihf(now, Tokens.PERSON, LPS, TestCertificates.SIGNER, patient)), patient);
    }

    static byte[] dmp(Instant now, Optional<SamlAssertion> vihf, Ins patient) {
        return new DmpRequest("urn:uuid:" + UUID.randomUUID(), "", now, vihf, patient, LPS).toBytes();
    }

    static byte[] soundDmp(Instant now) {
        return dmp(now, Optional.of(soundVihf(now)), PATIENT);
    }

    static SamlAssertion assertionPs(Instant issued, String person) {
        return new AssertionPs(
                        "_" + UUID.randomUUID(),
                        issued,
                        "CN=alpha",
                        person,
                        "PSC",
                        "991000001",
                        Optional.of("01"),
                        "SA07",
                        Optional.empty())
                .toAssertion();
    }

    static byte[] insi(Instant now, LpsIdentity lps, Optional<SamlAssertion> assertion, Traits traits) {
        return new InsiRequest(
                        "uuid:" + UUID.randomUUID(),
                        ContexteLps.of(UUID.randomUUID().toString(), now, Tokens.PERSON, lps),
                        ContexteBam.of(UUID.randomUUID().toString(), now, Tokens.PERSON),
                        assertion,
                        traits)
                .toBytes();
    }

    /** A search by these traits with which nothing else is wrong. */
    static byte[] insi(Instant now, Traits traits) {
        return insi(
                now, LPS.withNumber(Optional.of(INSI_NUMBER)), Optional.of(assertionPs(now, Tokens.PERSON)), traits);
    }

    /** A search by this card with which nothing else is wrong. */
    static byte[] insiByCard(Instant now, VitaleCard card) {
        LpsIdentity lps = LPS.withNumber(Optional.of(INSI_NUMBER));
        return new InsiCardRequest(
                        "uuid:" + UUID.randomUUID(),
                        ContexteLps.of(UUID.randomUUID().toString(), now, Tokens.PERSON, lps),
                        ContexteBam.of(UUID.randomUUID().toString(), now, Tokens.PERSON),
                        Optional.of(assertionPs(now, Tokens.PERSON)),
                        card)
                .toBytes();
    }

    static byte[] soundInsi(Instant now) {
        return insi(
                now,
                LPS.withNumber(Optional.of(INSI_NUMBER)),
                Optional.of(assertionPs(now, Tokens.PERSON)),
                CAMILLE.traits());
    }

    static byte[] on(Instant now, OnBody body) {
        return on(now, LPS.withNumber(Optional.of(ON_NUMBER)), Optional.of(assertionPs(now, Tokens.PERSON)), body);
    }

    static byte[] on(Instant now, LpsIdentity lps, Optional<SamlAssertion> assertion, OnBody body) {
        return new OnRequest(
                        "uuid:" + UUID.randomUUID(),
                        ContexteLps.of(UUID.randomUUID().toString(), now, Tokens.PERSON, lps),
                        ContexteBam.of(UUID.randomUUID().toString(), now, Tokens.PERSON),
                        assertion,
                        body)
                .toBytes();
    }
}

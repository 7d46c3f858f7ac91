package fr.accroche.teleservice;

import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static fr.accroche.teleservice.RunningTeleservice.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.AuthorizationAnswer;
import fr.accroche.messages.AuthorizationRequest;
import fr.accroche.messages.AuthorizationRequest.Change;
import fr.accroche.messages.AuthorizationRequest.Order;
import fr.accroche.messages.BusinessResponse;
import fr.accroche.messages.DmpAnswer;
import fr.accroche.messages.DmpResponse.Dossier;
import fr.accroche.messages.Ins;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.VihfForm;
import fr.accroche.teleservice.FictivePatient.DmpState;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.state.MemoryState;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TD0.3, and what TD0.2 shows of it. */
class DmpAuthorizationTest {

    private static final RunningTeleservice DMP = RunningTeleservice.of(Teleservice.DMP);
    private static final HeldCertificate SIGNER = TestCertificates.SIGNER;
    private static final Order ADD = new Order(Change.ADD, false);
    private static final Order REMOVE = new Order(Change.REMOVE, false);
    private static final Order TREATING = new Order(Change.ADD, true);

    @AfterAll
    static void stop() {
        DMP.close();
    }

    @BeforeEach
    void forgets() throws Exception {
        DMP.send(
                Optional.of(TestCertificates.CLIENT),
                new ClientRequest(
                        "POST",
                        DMP.uri().resolve("/__accroche/reset"),
                        Headers.of("Content-Type", "application/json"),
                        "{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void removesAndGivesBackAnAuthorization() throws Exception {
        assertThat(shown("DIRECTE").authorization()).isEqualTo("VALIDE");

        assertThat(AuthorizationAnswer.read(authorize("DIRECTE", REMOVE).body()).done())
                .isTrue();
        assertServed(DMP.hop());
        assertThat(shown("DIRECTE").authorization()).isEqualTo("INEXISTANTE");

        authorize("DIRECTE", ADD);
        assertServed(DMP.hop());
        assertThat(shown("DIRECTE").authorization()).isEqualTo("VALIDE");
    }

    @Test
    void answersInItsOwnAddressing() throws Exception {
        Response response = authorize("DIRECTE", ADD);
        assertServed(DMP.hop());

        BusinessResponse read = BusinessResponse.parse(response.body());
        assertThat(read.outcome()).contains("DMPOk");
        assertThat(read.relatesTo()).isPresent();
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .contains(">urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorizationResponse<")
                .contains(">http://www.w3.org/2005/08/addressing/anonymous<");
    }

    @Test
    void theMedecinTraitantIsShown() throws Exception {
        authorize("DELEGUEE", TREATING);
        assertServed(DMP.hop());
        assertThat(shown("DELEGUEE").treatingPhysician()).isTrue();

        authorize("DELEGUEE", new Order(Change.REMOVE, true));
        assertServed(DMP.hop());
        assertThat(shown("DELEGUEE"))
                .satisfies(dossier -> assertThat(dossier.treatingPhysician()).isFalse())
                .satisfies(dossier -> assertThat(dossier.authorization()).isEqualTo("VALIDE"));
    }

    /** In that mode the structure acts, not the person. */
    @Test
    void aPersonsAuthorizationIsNotTheStructures() throws Exception {
        authorize("DIRECTE", REMOVE);
        assertServed(DMP.hop());

        assertThat(shown("INDIRECTE").authorization()).isEqualTo("VALIDE");
        assertThat(shown("DELEGUEE").authorization()).isEqualTo("INEXISTANTE");
    }

    @Test
    void anIndirectModeMayNot() throws Exception {
        authorize("INDIRECTE", ADD);

        assertRefused(DMP.hop(), 500, "soap:SIM_DroitInsuffisant");
    }

    @Test
    void refusesAVihfWithoutPatient() throws Exception {
        post(vihf("DIRECTE", Optional.empty()), REMOVE);

        assertRefused(DMP.hop(), 500, "soap:SIM_PatientAbsent");
    }

    @Test
    void refusesAPatientWithoutDmp() throws Exception {
        post(vihf("DIRECTE", Optional.of(patient(DmpState.NONE))), REMOVE);

        assertRefused(DMP.hop(), 500, "soap:SIM_PatientAbsent");
    }

    @Test
    void refusesAWrongPatientBeforeAll() throws Exception {
        post(vihf("DIRECTE", Optional.of(new Ins("290019999900114", Ins.NIR_TEST))), REMOVE);

        assertRefused(DMP.hop(), 500, "soap:SIM_VihfIncorrect", "LPS-08");
    }

    @Test
    void saysThatADmpIsClosed() throws Exception {
        Response response = post(vihf("DIRECTE", Optional.of(patient(DmpState.CLOSED))), REMOVE);

        assertThat(response.status()).isEqualTo(200);
        assertThat(AuthorizationAnswer.read(response.body()).status()).isEqualTo("DMPClosed");
        assertThat(DMP.hop().answer()).contains("DMPClosed");
    }

    @Test
    void refusesAnotherAction() throws Exception {
        String soap = new String(request(vihf("DIRECTE", Optional.of(Samples.PATIENT)), ADD), StandardCharsets.UTF_8)
                .replace(">AJOUT<", ">MODIFICATION<");

        DMP.post("habilitations", SoapMessage.xml(soap.getBytes(StandardCharsets.UTF_8)));

        assertRefused(DMP.hop(), 400, "soap:SIM_XmlIllisible");
    }

    @Test
    void isNotPostedToPatients() throws Exception {
        DMP.post(request(vihf("DIRECTE", Optional.of(Samples.PATIENT)), ADD));

        assertRefused(DMP.hop(), 500, "soap:SIM_MauvaisService");
    }

    /** A proxy that makes the VIHF again for another patient opens that one's DMP: nothing else in the message says whose it is. */
    @Test
    void thePatientIsTheVihfsAlone() throws Exception {
        Ins other = FictivePatient.ALL.get(1).forDmp(Environment.TEST);

        post(vihf("DIRECTE", Optional.of(other)), REMOVE);
        assertServed(DMP.hop());

        assertThat(shown("DIRECTE").authorization()).isEqualTo("VALIDE");
        assertThat(shown("DIRECTE", other).authorization()).isEqualTo("INEXISTANTE");
    }

    @Test
    void countsWhatDiffersAndForgetsItOnReset() throws Exception {
        authorize("DIRECTE", REMOVE);
        assertServed(DMP.hop());
        assertThat(state()).contains("\"authorizations\":1");

        forgets();

        assertThat(state()).contains("\"authorizations\":0");
        assertThat(shown("DIRECTE").authorization()).isEqualTo("VALIDE");
    }

    @Test
    void keepsTheLatestThousand() {
        Authorizations kept = new Authorizations(new MemoryState(Clock.systemUTC()), "authorizations");
        for (int i = 0; i <= Authorizations.MOST; i++) {
            kept.change(Samples.PATIENT, "person " + i, REMOVE);
        }

        assertThat(kept.size()).isEqualTo(Authorizations.MOST);
        assertThat(kept.of(Samples.PATIENT, "person 0").valid()).isTrue();
        assertThat(kept.of(Samples.PATIENT, "person 1").valid()).isFalse();
    }

    private static String state() throws Exception {
        Response response = DMP.send(
                Optional.of(TestCertificates.CLIENT),
                new ClientRequest("GET", DMP.uri().resolve("/__accroche/state"), Headers.of(), new byte[0]));
        return new String(response.body(), StandardCharsets.UTF_8).replaceAll("\\s", "");
    }

    private static Ins patient(DmpState state) {
        return FictivePatient.ALL.stream()
                .filter(known -> known.dmp() == state)
                .findFirst()
                .orElseThrow()
                .forDmp(Environment.TEST);
    }

    private static Response authorize(String mode, Order order) throws Exception {
        return post(vihf(mode, Optional.of(Samples.PATIENT)), order);
    }

    private static Response post(SamlAssertion vihf, Order order) throws Exception {
        return DMP.post("habilitations", SoapMessage.xml(request(vihf, order)));
    }

    private static byte[] request(SamlAssertion vihf, Order order) {
        return new AuthorizationRequest("urn:uuid:" + UUID.randomUUID(), "", Optional.of(vihf), order).toBytes();
    }

    private static SamlAssertion vihf(String mode, Optional<Ins> patient) {
        VihfForm form = new VihfForm(mode, "3.0", VihfForm.INDIRECTE.authnContextClass(), true);
        return Samples.vihf(NOW, form, patient, Samples.LPS, SIGNER);
    }

    private static Dossier shown(String mode) throws Exception {
        return shown(mode, Samples.PATIENT);
    }

    private static Dossier shown(String mode, Ins patient) throws Exception {
        Response response = DMP.post(Samples.dmp(NOW, Optional.of(vihf(mode, Optional.of(patient))), patient));
        assertServed(DMP.hop());
        return DmpAnswer.read(response.body()).dossier().orElseThrow();
    }
}

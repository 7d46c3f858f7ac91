package fr.accroche.teleservice;

import static fr.accroche.teleservice.DmpDocumentsTest.soap;
import static fr.accroche.teleservice.Documents.CAMILLE;
import static fr.accroche.teleservice.Documents.deposit;
import static fr.accroche.teleservice.Documents.oid;
import static fr.accroche.teleservice.Documents.request;
import static fr.accroche.teleservice.Hops.assertRefused;
import static fr.accroche.teleservice.Hops.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.DocumentQuery;
import fr.accroche.messages.OnAnswer;
import fr.accroche.messages.OnBody;
import fr.accroche.messages.OnPrescription;
import fr.accroche.messages.RetrieveAnswer;
import fr.accroche.messages.SearchAnswer;
import fr.accroche.redis.Eventually;
import fr.accroche.redis.RedisServer;
import fr.accroche.wire.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two copies of a téléservice and one Redis: whichever answers, it is the same. */
class SharedStateTest {

    private static final Settings ONCE = Settings.DEFAULT.with(DeclaredChoices.of("assertions: { replay: refuse }"));
    private static final byte[] CONTENT = "<a/>".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    static final RedisServer redis = new RedisServer();

    private static final TwoCopies copies = new TwoCopies(redis);

    @BeforeEach
    void anew() {
        copies.anew();
    }

    @AfterEach
    void closed() {
        copies.close();
    }

    private static RunningTeleservice here(Teleservice service) {
        return RunningTeleservice.copy(service, ONCE, copies.here());
    }

    private static RunningTeleservice there(Teleservice service) {
        return RunningTeleservice.copy(service, ONCE, copies.there());
    }

    @Test
    void whatIsDepositedAtOneIsFoundAndReadAtTheOther() throws Exception {
        String uniqueId = oid();
        try (RunningTeleservice here = here(Teleservice.DMP);
                RunningTeleservice there = there(Teleservice.DMP)) {
            deposited(here, uniqueId);

            assertThat(found(there)).extracting(DocumentEntry::uniqueId).containsExactly(uniqueId);
            assertThat(read(there, uniqueId)).containsExactly(CONTENT);

            there.post(
                    "repository",
                    request(deposit(CAMILLE, uniqueId, CONTENT), "INDIRECTE").toMessage());
            assertThat(there.hop().answer()).contains("XDSDuplicateUniqueIdInRegistry");
        }
    }

    @Test
    void anAssertionThatOneTookIsAReplayAtTheOther() throws Exception {
        byte[] request = Samples.soundDmp(RunningTeleservice.NOW);
        try (RunningTeleservice here = here(Teleservice.DMP);
                RunningTeleservice there = there(Teleservice.DMP)) {
            here.post(request);
            assertServed(here.hop());

            there.post(request);

            assertRefused(there.hop(), 500, "soap:SIM_DejaRecu", "LPS-04", "LPS-04");
        }
    }

    @Test
    void whatIsRegisteredAtBothIsConsultedAtBoth() throws Exception {
        try (RunningTeleservice here = here(Teleservice.ON);
                RunningTeleservice there = there(Teleservice.ON)) {
            OnPrescription one = registered(here);
            OnPrescription other = registered(there);

            assertThat(one.number()).isNotEqualTo(other.number());
            assertThat(prescriptions(there, new OnBody.Consultation(one.number(), one.patient())))
                    .containsExactly(one);
            assertThat(prescriptions(here, new OnBody.Consultation(other.number(), other.patient())))
                    .containsExactly(other);
        }
    }

    @Test
    void withoutWhatTheyShareTheyAnswer503AndGoOnWithAllOfItOnceItIsBack() throws Exception {
        String uniqueId = oid();
        try (RunningTeleservice here = here(Teleservice.DMP)) {
            deposited(here, uniqueId);
            redis.stop();
            try {
                Response response = here.post("registry", Documents.search(DocumentQuery.of(CAMILLE), "DIRECTE"));
                assertThat(response.status()).isEqualTo(503);
                assertThat(response.headers().first("Retry-After")).isPresent();
                assertThat(response.text()).contains(redis.address());
                assertRefused(here.hop(), 503, "state_unavailable");
            } finally {
                redis.start();
            }
            Eventually.holds(copies.here()::require);

            assertThat(read(here, uniqueId)).containsExactly(CONTENT);
        }
    }

    private static void deposited(RunningTeleservice dmp, String uniqueId) throws Exception {
        dmp.post(
                "repository",
                request(deposit(CAMILLE, uniqueId, CONTENT), "INDIRECTE").toMessage());
        assertServed(dmp.hop());
    }

    private static List<DocumentEntry> found(RunningTeleservice dmp) throws Exception {
        Response response = dmp.post("registry", Documents.search(DocumentQuery.of(CAMILLE), "DIRECTE"));
        assertServed(dmp.hop());
        return SearchAnswer.read(soap(response)).entries();
    }

    private static byte[] read(RunningTeleservice dmp, String uniqueId) throws Exception {
        Response response = dmp.post("repository", Documents.retrieve(Optional.of(CAMILLE), "DIRECTE", uniqueId));
        assertServed(dmp.hop());
        return RetrieveAnswer.read(soap(response)).documents().get(0).content();
    }

    private static OnPrescription registered(RunningTeleservice on) throws Exception {
        OnBody.Registration asked = new OnBody.Registration(
                Samples.CAMILLE.forInsi(), LocalDate.of(2026, 10, 5), List.of("MEDICAMENT FICTIF"));
        return prescriptions(on, asked).get(0);
    }

    private static List<OnPrescription> prescriptions(RunningTeleservice on, OnBody body) throws Exception {
        return OnAnswer.read(on.post(Samples.on(RunningTeleservice.NOW, body)).body())
                .prescriptions();
    }
}

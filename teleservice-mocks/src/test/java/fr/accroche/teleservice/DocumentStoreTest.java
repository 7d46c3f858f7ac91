package fr.accroche.teleservice;

import static fr.accroche.teleservice.Documents.CAMILLE;
import static fr.accroche.teleservice.Documents.deposit;
import static fr.accroche.teleservice.Documents.oid;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.messages.DocumentQuery;
import fr.accroche.messages.SearchAnswer;
import fr.accroche.messages.SoapMessage;
import fr.accroche.messages.XdsAnswer;
import fr.accroche.messages.XdsError;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Response;
import fr.accroche.wire.state.MemoryState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DocumentStoreTest {

    private final DocumentStore store =
            new DocumentStore(new MemoryState(Clock.systemUTC()), "documents", () -> "urn:uuid:" + UUID.randomUUID());

    @Test
    void isFullByDocuments() {
        for (int i = 0; i < DocumentRegistry.MOST_DOCUMENTS; i++) {
            assertThat(store.keep(deposit(CAMILLE, oid(), new byte[1]))).isEmpty();
        }

        assertThat(store.keep(deposit(CAMILLE, oid(), new byte[1])))
                .extracting(XdsError::code)
                .containsExactly("XDSRepositoryOutOfResources");
        store.clear();
        assertThat(store.size()).isZero();
        assertThat(store.keep(deposit(CAMILLE, oid(), new byte[1]))).isEmpty();
    }

    @Test
    void isFullByBytes() {
        byte[] half = new byte[(int) (DocumentRegistry.MOST_BYTES / 2)];

        assertThat(store.keep(deposit(CAMILLE, oid(), half))).isEmpty();
        assertThat(store.keep(deposit(CAMILLE, oid(), half))).isEmpty();
        assertThat(store.keep(deposit(CAMILLE, oid(), new byte[1])))
                .extracting(XdsError::code)
                .containsExactly("XDSRepositoryOutOfResources");
        assertThat(store.size()).isEqualTo(2);
        store.clear();
        assertThat(store.keep(deposit(CAMILLE, oid(), half))).isEmpty();
    }

    /** The largest answer there can be is one that our own reader reads. */
    @Test
    void answersASearchOfAllThatItHolds() {
        for (int i = 0; i < DocumentRegistry.MOST_DOCUMENTS; i++) {
            store.keep(deposit(CAMILLE, oid(), new byte[1]));
        }

        SearchAnswer all = new SearchAnswer(XdsAnswer.SUCCESS, store.find(DocumentQuery.of(CAMILLE)), List.of());

        assertThat(SearchAnswer.read(all.toMessage("urn:uuid:1", "urn:uuid:2")).entries())
                .hasSize(DocumentRegistry.MOST_DOCUMENTS);
    }

    @Test
    void isCountedAndEmptiedByTheDoorsForWhoeverTests() throws Exception {
        try (RunningTeleservice dmp = RunningTeleservice.dmp(Stubs.NONE, DmpChoices.DEFAULT)) {
            dmp.post(
                    "repository",
                    Documents.request(deposit(CAMILLE, oid(), new byte[1]), "INDIRECTE")
                            .toMessage());

            assertThat(door(dmp, "GET", "state").text()).contains("\"documents\":1");
            assertThat(door(dmp, "POST", "reset").status()).isEqualTo(204);
            assertThat(door(dmp, "GET", "state").text()).contains("\"documents\":0");
        }
    }

    @Test
    void opensWhatTheDeclarationSaysInstead() throws Exception {
        DmpChoices consult =
                DmpChoices.DEFAULT.with(Map.of(DmpChoices.Mode.INDIRECTE, EnumSet.of(DmpChoices.Transaction.TD3_2)));
        try (RunningTeleservice dmp = RunningTeleservice.dmp(Stubs.NONE, consult)) {
            dmp.post("repository", Documents.retrieve(Optional.of(CAMILLE), "INDIRECTE", oid()));
            assertThat(dmp.hop().answer()).contains("XDSDocumentUniqueIdError");
            dmp.post("registry", Documents.search(DocumentQuery.of(CAMILLE), "INDIRECTE"));
            assertThat(dmp.hop().answer()).contains("soap:SIM_DroitInsuffisant");
        }
    }

    @Test
    void letsAStubOfTheUserAnswerFirstAndInItsOwnForm() throws Exception {
        Stubs stubs = (request, caller) -> request.path().endsWith("/repository")
                ? Optional.of(new Response(
                        200, Headers.of("Content-Type", SoapMessage.XML), "stubbed".getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
        try (RunningTeleservice dmp = RunningTeleservice.dmp(stubs, DmpChoices.DEFAULT)) {
            Response response = dmp.post("repository", Documents.retrieve(Optional.of(CAMILLE), "INDIRECTE", oid()));

            assertThat(response.text()).isEqualTo("stubbed");
            Hops.assertServed(dmp.hop());
        }
    }

    private static Response door(RunningTeleservice dmp, String method, String name) throws IOException {
        return dmp.send(
                Optional.empty(),
                new ClientRequest(method, dmp.uri().resolve("/__accroche/" + name), Headers.EMPTY, new byte[0]));
    }
}

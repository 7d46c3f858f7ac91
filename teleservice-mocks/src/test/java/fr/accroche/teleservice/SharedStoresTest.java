package fr.accroche.teleservice;

import static fr.accroche.teleservice.Documents.CAMILLE;
import static fr.accroche.teleservice.Documents.JEAN;
import static fr.accroche.teleservice.Documents.deposit;
import static fr.accroche.teleservice.Documents.oid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.messages.AuthorizationRequest.Change;
import fr.accroche.messages.AuthorizationRequest.Order;
import fr.accroche.messages.Deposit;
import fr.accroche.messages.DocumentEntry;
import fr.accroche.messages.DocumentQuery;
import fr.accroche.messages.OnBody;
import fr.accroche.messages.OnPrescription;
import fr.accroche.messages.XdsDocument;
import fr.accroche.messages.XdsError;
import fr.accroche.redis.RedisServer;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What two copies of a téléservice keep in one Redis. */
class SharedStoresTest {

    private static final OnBody.Registration ASKED =
            new OnBody.Registration(Samples.CAMILLE.forInsi(), LocalDate.of(2026, 10, 5), List.of("L"));

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

    private static SeenBefore seen(State state) {
        return new SeenBefore(
                state, "seen", MovableClock.stoppedAt(RunningTeleservice.NOW), Duration.ofMinutes(10), 100);
    }

    private static DocumentStore documents(State state) {
        return new DocumentStore(state, "documents", () -> "urn:uuid:" + UUID.randomUUID());
    }

    private static PrescriptionStore prescriptions(State state) {
        return new PrescriptionStore(state, "prescriptions");
    }

    /** Of so many that come at the same time, every second one to the other copy. */
    private static <R> List<R> atOnce(int times, IntFunction<R> one) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<CompletableFuture<R>> all = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> one.apply(i), threads))
                    .toList();
            return all.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static State one(int i) {
        return i % 2 == 0 ? copies.here() : copies.there();
    }

    @Test
    void ofTheSameTextsThatComeAtOnceOneAloneIsTheFirst() {
        List<Set<String>> before = atOnce(
                16, i -> seen(one(i)).remember(i % 3 == 0 ? Set.of("a", "b") : Set.of("b", "a", "only " + i), false));

        assertThat(before).filteredOn(Set::isEmpty).hasSize(1);
    }

    @Test
    void ofTextsThatAreServedEvenSoEachIsTheFirstOnce() {
        List<Set<String>> before = atOnce(16, i -> seen(one(i)).remember(Set.of("a", "b"), true));

        assertThat(before).filteredOn(each -> !each.contains("a")).hasSize(1);
        assertThat(before).filteredOn(each -> !each.contains("b")).hasSize(1);
    }

    @Test
    void theTextsOfARefusedCallAreFreeAtTheOther() {
        seen(copies.here()).remember(Set.of("b"), false);

        assertThat(seen(copies.there()).remember(Set.of("a", "b"), false)).containsExactly("b");
        assertThat(seen(copies.here()).remember(Set.of("a"), false)).isEmpty();
    }

    @Test
    void anAuthorizationIsTheSameAtBoth() {
        Authorizations there = new Authorizations(copies.there(), "authorizations");

        new Authorizations(copies.here(), "authorizations").change(CAMILLE, "one", new Order(Change.REMOVE, false));
        assertThat(there.of(CAMILLE, "one").valid()).isFalse();
        assertThat(there.of(JEAN, "one").valid()).isTrue();

        there.change(CAMILLE, "one", new Order(Change.ADD, false));
        assertThat(there.size()).isZero();
    }

    @Test
    void aDocumentIsAtBothByteForByteWithAllThatIsSaidOfIt() {
        byte[] content = new byte[15 * 1024 * 1024];
        new Random(7).nextBytes(content);
        Deposit deposit = deposit(CAMILLE, oid(), content);

        assertThat(documents(copies.here()).keep(deposit)).isEmpty();

        DocumentStore there = documents(copies.there());
        DocumentEntry found = there.find(DocumentQuery.of(CAMILLE)).get(0);
        XdsDocument sent = deposit.documents().get(0);
        assertThat(found)
                .isEqualTo(sent.entry()
                        .registered(
                                found.id(),
                                sent.sha1(),
                                content.length,
                                found.repository().orElseThrow()));
        assertThat(there.content(found))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(content));
        assertThat(there.of(JEAN)).isEmpty();
    }

    @Test
    void ofTheSameDocumentDepositedAtOnceOneIsKept() {
        Deposit deposit = deposit(CAMILLE, oid(), new byte[100]);

        List<List<XdsError>> errors = atOnce(8, i -> documents(one(i)).keep(deposit));

        assertThat(errors).filteredOn(List::isEmpty).hasSize(1);
        assertThat(documents(copies.here()).find(DocumentQuery.of(CAMILLE))).hasSize(1);
    }

    @Test
    void noneOfSeveralDepositedAtOnceIsLost() {
        assertThat(atOnce(8, i -> documents(one(i)).keep(deposit(CAMILLE, oid(), new byte[100]))))
                .allSatisfy(errors -> assertThat(errors).isEmpty());

        DocumentStore store = documents(copies.there());
        assertThat(store.of(CAMILLE))
                .hasSize(8)
                .allSatisfy(entry -> assertThat(store.content(entry)).isPresent());
        assertThat(store.size()).isEqualTo(8);
    }

    @Test
    void nothingIsSeenOfALotWhoseCopyDiedInTheMiddle() {
        Deposit two = twoDocuments();
        AtomicInteger ids = new AtomicInteger();
        DocumentStore dying = new DocumentStore(copies.here(), "documents", () -> {
            if (ids.incrementAndGet() > 1) {
                throw new IllegalStateException("killed");
            }
            return "urn:uuid:first";
        });
        assertThatThrownBy(() -> dying.keep(two)).hasMessage("killed");

        DocumentStore there = documents(copies.there());
        assertThat(there.find(DocumentQuery.of(CAMILLE))).isEmpty();
        assertThat(there.size()).isZero();
        assertThat(there.keep(two)).isEmpty();
        assertThat(there.find(DocumentQuery.of(CAMILLE))).hasSize(2);
    }

    private static Deposit twoDocuments() {
        Deposit one = deposit(CAMILLE, oid(), new byte[10]);
        Deposit other = deposit(CAMILLE, oid(), new byte[20]);
        return new Deposit(
                one.set(),
                Stream.concat(one.documents().stream(), other.documents().stream())
                        .toList());
    }

    @Test
    void prescriptionsOfBothHaveNumbersOfTheirOwnAlsoAfterAReset() {
        List<OnPrescription> kept = atOnce(
                12, i -> prescriptions(one(i)).register(ASKED, Tokens.PERSON).orElseThrow());
        assertThat(kept).extracting(OnPrescription::number).doesNotHaveDuplicates();
        PrescriptionStore there = prescriptions(copies.there());
        assertThat(there.find(OnBody.Search.of(ASKED.patient()))).containsAll(kept);
        assertThat(there.get(kept.get(0).number(), ASKED.patient())).contains(kept.get(0));

        there.clear();

        PrescriptionStore here = prescriptions(copies.here());
        assertThat(here.size()).isZero();
        assertThat(here.register(ASKED, Tokens.PERSON).orElseThrow().number()).isEqualTo("SIM-ON-R0013");
    }
}

package fr.accroche.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accroche.compliance.exchange.Breach;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.ObservedCertificate;
import fr.accroche.compliance.exchange.ObservedCertificate.CertificateDefect;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisJournalTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00.123456789Z");
    static final Hop HOP = new Hop(
            START,
            Duration.ofNanos(1_234_567),
            Stage.EXCHANGE,
            "api-psc",
            "POST /realms/dmp",
            403,
            Optional.of("access_denied"),
            new ClientCertificate.Presented(new ObservedCertificate(
                    "CN=é,OU=3",
                    "CN=authority",
                    "3f",
                    "ab",
                    Optional.of("é"),
                    Optional.empty(),
                    List.of(new CertificateDefect("expired", "later", "sooner")))),
            Map.of(Fact.CLIENT_ID, new Observed("alpha", "form/client_id")),
            List.of(new Breach(
                    RuleId.of("IDN-02"),
                    Text.of("faux", "wrong"),
                    new Observed("1", "accroche.yaml:3"),
                    Observed.NOTHING)));

    @RegisterExtension
    static final RedisServer server = new RedisServer();

    private RedisState here;
    private RedisState there;

    @BeforeEach
    void twoCopies(TestInfo test) {
        String room = test.getTestMethod().orElseThrow().getName();
        here = RedisState.connect(server.address(), room, Clock.systemUTC());
        there = RedisState.connect(server.address(), room, Clock.systemUTC());
    }

    @AfterEach
    void closed() {
        here.close();
        there.close();
    }

    private static Hop numbered(int number) {
        return new Hop(
                START.plusSeconds(number),
                HOP.took(),
                HOP.stage(),
                HOP.server(),
                "GET /" + number,
                200,
                Optional.empty(),
                new ClientCertificate.Absent(),
                Map.of(),
                List.of());
    }

    @Test
    void whatOneCopySawTheOtherReads() {
        try (RedisJournal mine = new RedisJournal(here, 100);
                RedisJournal theirs = new RedisJournal(there, 100)) {
            mine.record(numbered(1));
            theirs.record(HOP);

            assertThat(theirs.hops()).containsExactly(HOP, numbered(1));
            assertThat(mine.hops()).isEqualTo(theirs.hops());
        }
    }

    @Test
    void pagesAreReadToTheirEnd() {
        try (RedisJournal journal = new RedisJournal(here, 10_000)) {
            List<Hop> all = IntStream.range(0, 2_500)
                    .mapToObj(RedisJournalTest::numbered)
                    .toList();
            all.forEach(journal::record);

            assertThat(journal.hops()).isEqualTo(all);
        }
    }

    @Test
    void whatIsSeenWhileTheServerIsAwayFollowsInItsOrder() {
        try (RedisJournal journal = new RedisJournal(here, 100)) {
            journal.record(numbered(1));
            server.stop();
            journal.record(numbered(2));
            journal.record(numbered(3));
            server.start();

            Eventually.holds(() -> assertThat(journal.hops()).containsExactly(numbered(1), numbered(2), numbered(3)));
            assertThat(journal.dropped()).isZero();
        }
    }

    @Test
    void whatTheServerHasNoRoomForIsReadByThisCopyAllTheSame() {
        try (RedisJournal mine = new RedisJournal(here, 100);
                RedisJournal theirs = new RedisJournal(there, 100)) {
            theirs.record(numbered(1));
            mine.record(numbered(2));
            here.call(redis -> redis.configSet("maxmemory", "1"));
            try {
                mine.record(numbered(3));

                assertThat(mine.seen())
                        .isEqualTo(new RedisJournal.Seen(List.of(numbered(1), numbered(2), numbered(3)), 2));
                assertThat(mine.waiting()).isEqualTo(1);
                assertThat(theirs.hops()).containsExactly(numbered(1), numbered(2));
            } finally {
                here.call(redis -> redis.configSet("maxmemory", "0"));
            }
            assertThat(mine.hops()).hasSize(3);
            assertThat(mine.waiting()).isZero();
            assertThat(theirs.hops()).hasSize(3);
        }
    }

    @Test
    void tellsHowManyWereTooMany() {
        try (RedisJournal journal = new RedisJournal(here, 100)) {
            IntStream.range(0, 1_000).mapToObj(RedisJournalTest::numbered).forEach(journal::record);

            assertThat(journal.dropped())
                    .isPositive()
                    .isEqualTo(1_000 - journal.hops().size());
            journal.clear();
            assertThat(journal.dropped()).isZero();
        }
    }

    @Test
    void whatNoCopyWroteIsNotRead() {
        try (RedisJournal journal = new RedisJournal(here, 100)) {
            for (Map<String, String> foreign :
                    List.of(Map.of("other", "1"), Map.of("id", "1", "hop", "{}"), Map.of("id", "1-1"))) {
                journal.clear();
                here.call(redis -> redis.xadd(here.named("journal"), foreign));

                assertThatThrownBy(journal::seen)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("do all copies run the same version");
            }
        }
    }

    @Test
    void forgetsForEveryCopy() {
        try (RedisJournal mine = new RedisJournal(here, 100);
                RedisJournal theirs = new RedisJournal(there, 100)) {
            mine.record(HOP);
            theirs.clear();

            assertThat(mine.hops()).isEmpty();
        }
    }
}

package fr.accroche.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.accroche.compliance.text.Language;
import fr.accroche.wire.admin.MovableClock;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.StateUnavailableException;
import fr.accroche.wire.state.Store;
import io.lettuce.core.AclCategory;
import io.lettuce.core.AclSetuserArgs;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that answers, and refuses, is not said to be away: whoever reads it has something else to put right. */
class RefusalsTest {

    private static final Instant LATER = Instant.parse("2026-11-22T10:00:00Z");
    private static final MovableClock CLOCK = MovableClock.stoppedAt(LATER.minusSeconds(60));
    private static final String SECRET = "s3cret-w0rd";

    @RegisterExtension
    static final RedisServer server = new RedisServer();

    private RedisState state;
    private Store<String> texts;

    @BeforeEach
    void connected() {
        state = RedisState.connect(server.address(), "room", CLOCK);
        texts = texts(state);
        texts.put("there", "1", LATER);
    }

    @AfterEach
    void closed() {
        state.close();
    }

    private static Store<String> texts(RedisState of) {
        return of.store("texts", Shape.of(String.class), 10);
    }

    @Test
    void aFullOneIsReadAndNotWritten() {
        state.call(redis -> redis.configSet("maxmemory", "1"));
        try {
            assertRefused("OOM", "raise its maxmemory", () -> texts.put("secret", "value", LATER));
            assertThat(texts.get("there")).contains("1");
        } finally {
            state.call(redis -> redis.configSet("maxmemory", "0"));
        }
    }

    @Test
    void aReplicaIsNotWritten() {
        state.call(redis -> redis.replicaof("127.0.0.1", 1));
        try {
            assertRefused("READONLY", "the server that it follows", () -> texts.put("secret", "value", LATER));
        } finally {
            state.call(redis -> redis.replicaofNoOne());
        }
    }

    @Test
    void anAccountMayLackAPermission() {
        account("few", new AclSetuserArgs().allKeys().addCategory(AclCategory.CONNECTION));
        try (RedisState few = connect("few")) {
            assertRefused("NOPERM", "docs/shared-state.md", () -> texts(few).get("secret"));
        }
    }

    @Test
    void anAccountMayLackAPermissionWithinAScript() {
        account("reader", new AclSetuserArgs().allKeys().allCommands().removeCategory(AclCategory.HASH));
        try (RedisState reader = connect("reader")) {
            assertRefused("NOPERM", "docs/shared-state.md", () -> texts(reader).get("there"));
        }
    }

    @Test
    void anAccountOfTheRightsThatAreDocumentedLacksNone() {
        account(
                "accroche",
                new AclSetuserArgs()
                        .keyPattern("accroche:*")
                        .keyPattern("{accroche:*")
                        .addCategory(AclCategory.READ)
                        .addCategory(AclCategory.WRITE)
                        .addCategory(AclCategory.SCRIPTING)
                        .addCategory(AclCategory.CONNECTION));
        try (RedisState accroche = connect("accroche");
                RedisJournal journal = new RedisJournal(accroche, 10)) {
            assertThat(texts(accroche).take("there")).contains("1");
            texts(accroche).put("there", "2", LATER);
            accroche.agreed("key", () -> "mine");
            accroche.require();
            journal.record(RedisJournalTest.HOP);

            assertThat(journal.hops()).containsExactly(RedisJournalTest.HOP);
            assertThat(journal.waiting()).isZero();
            assertThat(journal.dropped()).isZero();
            journal.clear();
        }
    }

    private void account(String name, AclSetuserArgs may) {
        state.call(redis -> redis.aclSetuser(name, may.on().addPassword(SECRET)));
    }

    private static RedisState connect(String account) {
        return RedisState.connect(opened(account + ":" + SECRET), "room", CLOCK);
    }

    private static String opened(String by) {
        return server.address().replace("//", "//" + by + "@");
    }

    @Test
    void nobodyEntersByAWrongPassword() {
        assertRefused("WRONGPASS", "put the address right", () -> connect("nobody"));
    }

    @Test
    void nobodyEntersWithoutAPasswordThatIsWanted() {
        state.call(redis -> redis.configSet("requirepass", SECRET));
        try {
            assertRefused(
                    "NOAUTH", "put it into the address", () -> RedisState.connect(server.address(), "room", CLOCK));
        } finally {
            state.call(redis -> redis.configSet("requirepass", ""));
        }
    }

    private static void assertRefused(String error, String remedy, ThrowingCallable asked) {
        StateUnavailableException refused = catchThrowableOfType(StateUnavailableException.class, asked);

        assertThat(refused.refusal()).contains(error);
        assertThat(refused)
                .hasMessageContainingAll(server.address(), " answers " + error + ", ", remedy)
                .hasMessageNotContainingAny("cannot be reached", SECRET, "secret");
    }

    @ParameterizedTest
    @CsvSource({
        "ERR, report it with its version",
        "CROSSSLOT, a server that stands alone",
        "CLUSTERDOWN, a server that stands alone",
        "TRYAGAIN, see its log"
    })
    void whoeverReadsOneIsSentWhereSomethingCanBeDone(String error, String remedy) {
        assertThat(Refusals.remedy(error).in(Language.EN)).contains(remedy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OOM command not allowed when used memory > 'maxmemory'. script: 5b, on @user_script:31.|OOM",
                "ERR Error running script (call to f_5b): @user_script:31: @user_script: 31: -OOM command not allowed|OOM",
                "ERR ACL failure in script: User few has no permissions to run the 'hget' command script: 5b|NOPERM",
                "ERR unknown command 'XADD'|ERR",
                "no word of Redis|ERR"
            })
    void theWordIsThatOfWhatWentWrong(String answer, String word) {
        assertThat(Refusals.word(answer)).isEqualTo(word);
    }
}

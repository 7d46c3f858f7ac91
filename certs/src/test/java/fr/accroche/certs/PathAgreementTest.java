package fr.accroche.certs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.certs.PathDifference.Answer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK and OpenSSL say of every chain what the judge says, but where the table argues that they need not. */
class PathAgreementTest {
    private static final Map<String, PathDifference> ARGUED =
            PathDifference.all().stream().collect(Collectors.toMap(PathDifference::title, Function.identity()));

    @TempDir
    Path folder;

    @Test
    void thereAreHundredsOfDifferentChains() {
        assertThat(PathCorpus.ALL).hasSizeGreaterThanOrEqualTo(200);
        assertThat(PathCorpus.ALL).extracting(PathCase::title).doesNotHaveDuplicates();
        assertThat(PathCorpus.ALL.stream()
                        .collect(Collectors.groupingBy(
                                PathAgreementTest::bytes, Collectors.mapping(PathCase::title, Collectors.toList())))
                        .values())
                .as("chains of the same bytes")
                .filteredOn(titles -> titles.size() > 1)
                .isEmpty();
    }

    @Test
    void theTableListsDifferencesOfTheseChainsOnly() {
        Map<String, PathCase> chains =
                PathCorpus.ALL.stream().collect(Collectors.toMap(PathCase::title, Function.identity()));

        assertThat(ARGUED.values()).allSatisfy(difference -> {
            assertThat(chains).containsKey(difference.title());
            assertThat(difference.judge())
                    .isEqualTo(Answer.of(chains.get(difference.title()).sound()));
            assertThat(List.of(difference.jdk(), difference.openssl()))
                    .as(difference.title())
                    .isNotEqualTo(List.of(difference.judge(), difference.judge()));
        });
        assertThat(ARGUED.values()).extracting(PathDifference::argument).contains(PathArgument.values());
    }

    @Test
    void theJudgeSaysWhatItShould() {
        assertThat(PathCorpus.ALL)
                .allSatisfy(chain ->
                        assertThat(PathPeers.judge(chain)).as(chain.title()).isEqualTo(chain.sound()));
    }

    @Test
    void theJdkDiffersWhereArguedOnly() {
        assertThat(against(PathPeers::jdk, PathDifference::jdk)).isEmpty();
    }

    @Test
    void openSslDiffersWhereArguedOnly() {
        String version = Processes.version("openssl");
        Assumptions.assumeTrue(
                version.startsWith("OpenSSL 3.0."),
                "openssl 3.0, whose differences are listed, is not on the PATH (" + version + "): comparison skipped");
        List<PathCase> chains = PathCorpus.ALL;
        Map<PathCase, Boolean> answers = IntStream.range(0, chains.size())
                .parallel()
                .boxed()
                .collect(Collectors.toMap(chains::get, each -> PathPeers.openssl(chains.get(each), folder, each)));

        assertThat(against(answers::get, PathDifference::openssl)).isEmpty();
    }

    /** The chains of which one says something else than the table, or than the judge where the table is silent. */
    private static List<String> against(Predicate<PathCase> peer, Function<PathDifference, Answer> listed) {
        return PathCorpus.ALL.stream()
                .filter(chain -> !expected(chain, listed).allows(peer.test(chain)))
                .map(chain -> chain.title() + ": expected " + expected(chain, listed)
                        + ", observed the contrary; argue it in path-differences.psv, or correct the judge")
                .toList();
    }

    private static Answer expected(PathCase chain, Function<PathDifference, Answer> listed) {
        PathDifference argued = ARGUED.get(chain.title());
        return argued == null ? Answer.of(chain.sound()) : listed.apply(argued);
    }

    private static String bytes(PathCase chain) {
        HexFormat hex = HexFormat.of();
        return chain.shown().stream().map(hex::formatHex).collect(Collectors.joining(" < ")) + " trusting "
                + hex.formatHex(chain.root());
    }
}

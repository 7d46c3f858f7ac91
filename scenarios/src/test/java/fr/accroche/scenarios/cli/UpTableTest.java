package fr.accroche.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.TestFolders;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Ports;
import fr.accroche.scenarios.chain.Theirs;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the table of {@code up} says of servers that are the vendor's. */
class UpTableTest {

    private final MovableClock clock = TestFolders.clock();

    @Test
    void namesEachAuthorizationServerOfTheVendors() throws Exception {
        List<String> rows = apiPsc("DMP: 'https://as.invalid/dmp/token', INSi: 'https://as.invalid/insi/token',"
                + " ON: 'https://as.invalid/on/token', conformite: 'https://as.invalid/ans/token'");

        assertThat(rows)
                .anyMatch(row -> row.contains("(dmp)") && row.endsWith("https://as.invalid/dmp/token  (your own)"))
                .anyMatch(row -> row.contains("(insi)") && row.endsWith("https://as.invalid/insi/token  (your own)"))
                .allMatch(row -> row.endsWith("(your own)"))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesTheSimulatedOneBesideThoseOfTheVendors() throws Exception {
        List<String> rows = apiPsc("DMP: 'https://as.invalid/dmp/token'");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).contains("https://localhost:", "likewise").doesNotContain("your own");
        assertThat(rows.get(1)).contains("(dmp)").endsWith("https://as.invalid/dmp/token  (your own)");
    }

    @Test
    void namesTheDoorOfTheStubsWhereThereAreSome() throws Exception {
        Declaration declaration = Theirs.declared("");

        assertThat(table(declaration, Stubs.NONE)).noneMatch(row -> row.contains("__admin"));
        assertThat(table(declaration, (request, caller) -> Optional.empty()))
                .anyMatch(row -> row.startsWith("stubs") && row.contains("/__admin/mappings"));
    }

    private List<String> apiPsc(String urls) throws Exception {
        Declaration declaration =
                Theirs.declared("participants: { authorizationServer: { mode: external, urls: { " + urls + " } } }");
        return table(declaration, Stubs.NONE).stream()
                .filter(line -> line.startsWith("api-psc"))
                .toList();
    }

    private List<String> table(Declaration declaration, Stubs stubs) throws Exception {
        StringWriter out = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                false,
                Path.of("."),
                Language.EN);
        Chain.Surround around = new Chain.Surround(
                TestFolders.open(clock), Ports.FREE, stubs, new InMemoryJournal(10), clock, new SecureRandom());
        try (Chain chain = Chain.start(
                ChainPlan.sound(declaration), declaration.operations().get(0), around)) {
            new UpTable(console, chain, declaration).print();
        }
        return out.toString().lines().map(String::strip).toList();
    }
}

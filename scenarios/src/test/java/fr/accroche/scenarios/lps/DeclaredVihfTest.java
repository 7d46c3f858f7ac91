package fr.accroche.scenarios.lps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.DmpChoices.SignedBy;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.compliance.verdict.Verdict;
import fr.accroche.messages.VihfForm;
import fr.accroche.scenarios.TestFolders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A chain whose DMP was set otherwise stays sound: the simulated LPS, and a métier proxy, write what it takes. */
class DeclaredVihfTest {

    private static final String PASSWORD = "urn:oasis:names:tc:SAML:2.0:ac:classes:Password";

    @ParameterizedTest
    @EnumSource(
            value = ShippedDeclaration.class,
            names = {"PROXY_INTEGRE", "NON_AUTONOME_DANS_PROXY"})
    void writesTheFormThatTheDmpTakes(ShippedDeclaration shipped) throws Exception {
        Verdict verdict = sound(
                shipped,
                "mode: DELEGUEE, versions: ['4.0'], authnContexts: ['" + PASSWORD + "'], signature: forbidden");

        assertThat(verdict.outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(vihf(verdict)).isNotEmpty().allSatisfy(hop -> {
            assertThat(hop.value(Fact.VIHF_MODE)).contains("DELEGUEE");
            assertThat(hop.value(Fact.VIHF_VERSION)).contains("4.0");
            assertThat(hop.value(Fact.VIHF_AUTHN_CONTEXT)).contains(PASSWORD);
            assertThat(hop.value(Fact.ASSERTION_SIGNATURE)).contains("absent");
        });
    }

    /** One of its two clients has an operator that is not the proxy's. */
    @ParameterizedTest
    @EnumSource(
            value = SignedBy.class,
            names = {"LPS_OPERATOR", "PROXY_OPERATOR"})
    void isSealedByTheStructureThatTheDmpWants(SignedBy wanted) throws Exception {
        String setting = "signedBy: " + wanted.name().toLowerCase(Locale.ROOT).replace('_', '-');

        Verdict verdict = sound(ShippedDeclaration.PROXY_INTEGRE, setting);

        assertThat(verdict.outcome()).isEqualTo(Outcome.CONFORME);
        assertThat(vihf(verdict).stream()
                        .map(hop -> hop.value(Fact.ASSERTION_SIGNER_STRUCTURE).orElseThrow())
                        .distinct())
                .hasSize(setting.endsWith("proxy-operator") ? 1 : 2);
    }

    @Test
    void isTheUsualFormWhereNothingIsSet() throws Exception {
        assertThat(DeclaredVihf.form(read(ShippedDeclaration.PROXY_INTEGRE, "").settings()))
                .isEqualTo(VihfForm.INDIRECTE);
    }

    private static Verdict sound(ShippedDeclaration shipped, String dmp) throws Exception {
        Declaration declaration = read(shipped, dmp);
        return TestFolders.rehearsal()
                .sound(declaration, declaration.operations())
                .verdict();
    }

    private static List<Hop> vihf(Verdict verdict) {
        return verdict.exchanges().stream()
                .flatMap(exchange -> exchange.hops().stream())
                .filter(hop -> hop.stage() == Stage.BUSINESS)
                .filter(hop -> hop.value(Fact.ASSERTION_KIND).orElse("").equals("VIHF"))
                .toList();
    }

    private static Declaration read(ShippedDeclaration shipped, String dmp) throws Exception {
        byte[] yaml = (shipped.text() + "\nsettings: { dmp: { " + dmp + " } }\n").getBytes(StandardCharsets.UTF_8);
        return DeclarationReader.read("accroche.yaml", yaml, LocalDate.now(Clock.systemUTC()));
    }
}

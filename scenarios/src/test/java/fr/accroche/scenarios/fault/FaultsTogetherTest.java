package fr.accroche.scenarios.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.proxy.ProxyDefect;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.lps.LpsDefect;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several faults in one plan: none undoes another. */
class FaultsTogetherTest {

    private Declaration declaration;
    private Operation operation;

    @BeforeEach
    void read() throws DeclarationException {
        declaration = DeclarationReader.read(
                "accroche.yaml", ShippedDeclaration.values()[0].yaml(), LocalDate.of(2026, 11, 2));
        operation = declaration.operations().get(0);
    }

    private ChainPlan plan(String... ids) {
        List<Fault> faults =
                Stream.of(ids).map(id -> Faults.named(id).orElseThrow()).toList();
        return Faults.in(ChainPlan.sound(declaration), faults, operation);
    }

    @Test
    void keepsTheDefectsOfBoth() {
        ChainPlan plan = plan("tls-suite-refused", "redirect-uri-not-registered");

        assertThat(plan.defects(ProxyDefect.class)).hasSize(1);
        assertThat(plan.defects(LpsDefect.class)).hasSize(1);
    }

    @Test
    void keepsWhatIsWrongInTheRegisterWhenTheDeclarationChangesAfterwards() {
        ChainPlan plan = plan("link-not-validated", "security-level-too-low", "pmt-expired", "lps-with-another-secret");

        Operation registered = plan.registered().operations().get(0);
        assertThat(registered.linkValidated()).isFalse();
        assertThat(registered.pmt())
                .isNotEqualTo(plan.declared().operations().get(0).pmt());
        assertThat(plan.registered().settings().securityLevel()).isEqualTo("1");
        assertThat(plan.declared().settings().securityLevel()).isNotEqualTo("1");
        assertThat(registered.lpsAuthentication())
                .isEqualTo(plan.declared().operations().get(0).lpsAuthentication())
                .isNotEqualTo(operation.lpsAuthentication());
    }

    @Test
    void oneCertificateHasTwoWrongThings() {
        assertThat(plan("certificate-expired", "certificate-serv-ssl-as-client")
                        .certificate()
                        .orders())
                .hasSize(2);
    }

    @Test
    void refusesTwoThatNoCertificateCanHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan("no-certificate", "certificate-key-too-short"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("certificate-expired", "token-bound-to-another-certificate"));
    }

    @Test
    void namesThemInOneTextThatIsReadBack() {
        List<Fault> two = Faults.ALL.subList(0, 2);

        assertThat(Faults.ids(Faults.named(two).orElseThrow()))
                .containsExactly(two.get(0).id(), two.get(1).id());
        assertThat(Faults.named(List.of())).isEmpty();
    }
}

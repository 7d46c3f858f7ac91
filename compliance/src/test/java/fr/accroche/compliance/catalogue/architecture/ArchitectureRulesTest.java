package fr.accroche.compliance.catalogue.architecture;

import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_OPERATEUR_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_SON_EDITEUR;
import static fr.accroche.compliance.declaration.ShippedDeclaration.NON_AUTONOME_DANS_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.NON_AUTONOME_DANS_PROXY;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_INTEGRE;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_PARTAGE;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_TIERS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.rule.Status;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a solution is made of, at the edges of each rule. */
class ArchitectureRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @EnumSource(ShippedDeclaration.class)
    void eachShippedDeclarationIsRecognised(ShippedDeclaration shipped) throws DeclarationException {
        List<DeclaredFinding> findings =
                Edited.judgedBy(new ArchitectureIsRecognised()).findings(shipped);

        assertThat(findings).extracting(DeclaredFinding::status).containsExactly(Status.PASS);
        assertThat(findings.get(0).observed().fr()).contains(" : ");
    }

    @Test
    void theNamesOfTheTwoPrincipalsAreTold() throws DeclarationException {
        List<DeclaredFinding> findings =
                Edited.judgedBy(new OnePrincipal()).findings(PROXY_PARTAGE, new Edit("principal: officine, ", ""));

        assertThat(findings)
                .filteredOn(finding -> finding.status() == Status.FAIL)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path()).isEqualTo("solutions[1]");
                    assertThat(finding.observed().en()).isEqualTo("2 (cabinet, officine)");
                });
    }

    @Test
    void noProxyAtAllIsToldOnce() throws DeclarationException {
        Declaration sound = Edited.read(DAY, PROXY_TIERS);
        Map<String, Component> components = new LinkedHashMap<>(sound.components());
        components.values().removeIf(ProxyEsante.class::isInstance);
        Declaration without = new Declaration(
                sound.couloir(),
                sound.environment(),
                sound.solutions(),
                sound.actors(),
                components,
                List.of(),
                sound.settings(),
                List.of(),
                sound.lines());

        List<DeclaredFinding> findings = new ThroughAProxy().check(new Dossier(without, DAY));

        assertThat(findings).extracting(DeclaredFinding::status).containsExactly(Status.FAIL);
        assertThat(findings).extracting(DeclaredFinding::path).containsExactly("components");
    }

    @Test
    void whatTheAddOnDoesNotTakeOverNeedsAProxyOfItsOwn() throws DeclarationException {
        Edited edited = Edited.judgedBy(new ThroughAProxy());

        assertThat(edited.statuses(AUTONOME_OPERE_PAR_SON_EDITEUR)).containsExactly(Status.PASS);
        List<DeclaredFinding> findings = edited.findings(
                AUTONOME_OPERE_PAR_SON_EDITEUR, new Edit("teleservices: [DMP, INSi]", "teleservices: [DMP, INSi, ON]"));
        assertThat(findings).extracting(DeclaredFinding::status).containsExactly(Status.FAIL);
        assertThat(findings.get(0).observed().fr()).isEqualTo("aucun proxy pour ON");
    }

    @Test
    void whatIsNotDeclaredOfHostingAndScreensIsNotJudged() throws DeclarationException {
        assertThat(Edited.judgedBy(new ProxyIsSaas()).findings(PROXY_TIERS, new Edit("    hosting: saas ", "   ")))
                .isEmpty();
        assertThat(Edited.judgedBy(new AddOnIsWhatItSays())
                        .findings(AUTONOME_OPERE_PAR_OPERATEUR_LPS, new Edit("    ui: true\n", "")))
                .extracting(DeclaredFinding::path)
                .containsExactly("components.carnet.editor");
    }

    @ParameterizedTest
    @CsvSource({"gamma, PASS", "beta, PASS", "alpha, FAIL"})
    void anAddOnInTheProxyIsNotTheMandataires(String editor, Status status) throws DeclarationException {
        assertThat(Edited.judgedBy(new AddOnIsWhatItSays())
                        .statuses(NON_AUTONOME_DANS_PROXY, new Edit("editor: gamma", "editor: " + editor)))
                .containsExactly(status);
    }

    @Test
    void anAddOnCannotBeIntegratedInAnAddOn() throws DeclarationException {
        Edit itself = new Edit("integratedIn: lps", "integratedIn: eai");

        assertThat(Edited.judgedBy(new NonAutonomeIsIntegrated()).statuses(NON_AUTONOME_DANS_LPS, itself))
                .containsExactly(Status.FAIL);
        assertThat(Edited.judgedBy(new AddOnIsWhatItSays()).findings(NON_AUTONOME_DANS_LPS, itself))
                .isEmpty();
        assertThat(Edited.judgedBy(new ArchitectureIsRecognised()).findings(NON_AUTONOME_DANS_LPS, itself))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DMP       | eai                | PASS",
                "DMP, INSi | eai                | PASS",
                "DMP, INSi | moteur-ihm-masquee | PASS",
                "ON        | moteur-ihm-masquee | PASS",
                "INSi      | eai                | WARNING",
                "DMP       | application-metier | WARNING"
            })
    void aNonAutonomeHasTheCndasNameOfWhatItDoes(String functions, String name, Status status)
            throws DeclarationException {
        Edit does = new Edit(
                "functions: [DMP]\n    cndaName: eai", "functions: [" + functions + "]\n    cndaName: " + name);

        List<DeclaredFinding> findings = Edited.judgedBy(new BothNames()).findings(NON_AUTONOME_DANS_LPS, does);

        assertThat(findings).extracting(DeclaredFinding::status).containsExactly(status);
        assertThat(findings.get(0).expected().fr()).contains("(ANS)", "CNDA");
    }

    @Test
    void aNameThatNoTextGivesIsNotJudged() throws DeclarationException {
        Edited edited = Edited.judgedBy(new BothNames());

        assertThat(edited.findings(NON_AUTONOME_DANS_LPS, new Edit("functions: [DMP]", "functions: [MSSanté]")))
                .isEmpty();
        assertThat(edited.findings(NON_AUTONOME_DANS_LPS, new Edit("    cndaName: eai\n", "")))
                .isEmpty();
        assertThat(edited.statuses(AUTONOME_OPERE_PAR_OPERATEUR_LPS, new Edit("application-metier", "eai")))
                .containsExactly(Status.WARNING);
    }

    @Test
    void aProxyThatAHealthStructureOperatesSaysWhenItIsDown() throws DeclarationException {
        Edited edited = Edited.judgedBy(new SharedProxyCanBeDown());
        Edit clinic = new Edit("proxyOperator: alpha", "proxyOperator: clinique");

        assertThat(edited.findings(PROXY_INTEGRE)).isEmpty();
        assertThat(edited.statuses(PROXY_INTEGRE, clinic)).containsExactly(Status.WARNING);
        assertThat(edited.statuses(PROXY_INTEGRE, clinic, new Edit("ui: false", "ui: false\n    whenDown: fax")))
                .containsExactly(Status.PASS);
    }
}

package fr.accroche.compliance.catalogue.architecture;

import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_OPERATEUR_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_SON_EDITEUR;
import static fr.accroche.compliance.declaration.ShippedDeclaration.NON_AUTONOME_DANS_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.NON_AUTONOME_DANS_PROXY;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_INTEGRE;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_TIERS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.catalogue.fault.DeclaredFaults;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.obligation.DeclaredFinding;
import fr.accroche.compliance.obligation.DeclaredRule;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.rule.Status;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the guichets ask for, at the edges of each rule. */
class GuichetRulesTest {

    private static final String ELU =
            "candidature: EDC-EDITEUR, nru: NRU-SIMULE-0001, submittedOn: D-90, proofsOn: D-24, grantedOn: D-20";
    private static final String OPERATOR = "submittedOn: D-18, grantedOn: D-5";

    /**
     * An edge of a rule.
     *
     * @param what what is declared
     * @param rule the rule
     * @param base the sound declaration
     * @param worst what the rule says of it at worst; nothing to judge where it is not applicable
     * @param edits what is changed in it
     */
    record Edge(String what, DeclaredRule rule, ShippedDeclaration base, Status worst, List<Edit> edits) {

        @Override
        public String toString() {
            return rule.card().id() + " " + what;
        }
    }

    static final List<Edge> EDGES = List.of(
            edge(
                    "no candidature is named",
                    new IntegratedProxyIsOneFile(),
                    PROXY_INTEGRE,
                    Status.NOT_APPLICABLE,
                    new Edit("candidature: EDC-EDITEUR, ", "")),
            edge(
                    "a third-party proxy has its own candidature",
                    new IntegratedProxyIsOneFile(),
                    PROXY_TIERS,
                    Status.NOT_APPLICABLE),
            edge(
                    "the funding is still ahead of a request",
                    new OperatorsBeforeFunding(),
                    PROXY_TIERS,
                    Status.NOT_APPLICABLE,
                    segur("fundingOn: D+10"),
                    new Edit(OPERATOR, "submittedOn: D-18")),
            edge(
                    "the funding went by a request",
                    new OperatorsBeforeFunding(),
                    PROXY_TIERS,
                    Status.WARNING,
                    segur("fundingOn: D-1"),
                    new Edit(OPERATOR, "submittedOn: D-18")),
            edge(
                    "granted on the very day of the funding",
                    new OperatorsBeforeFunding(),
                    PROXY_TIERS,
                    Status.PASS,
                    segur("fundingOn: D-5")),
            edge(
                    "the operator applies on the day of the editor's habilitation",
                    new EditorThenOperator(),
                    PROXY_INTEGRE,
                    Status.PASS,
                    new Edit("submittedOn: D-18", "submittedOn: D-20")),
            edge(
                    "an editor not yet habilité",
                    new EditorThenOperator(),
                    PROXY_INTEGRE,
                    Status.PASS,
                    new Edit("proofsOn: D-24, grantedOn: D-20", "proofsOn: D-24")),
            edge(
                    "date 2 is today, without a screenshot",
                    new HabiliteBeforeReferencement(),
                    PROXY_TIERS,
                    Status.WARNING,
                    segur("date2: D-0"),
                    new Edit(", grantedOn: D-20", "")),
            edge(
                    "date 2 is today, with a screenshot",
                    new HabiliteBeforeReferencement(),
                    PROXY_TIERS,
                    Status.PASS,
                    segur("date2: D-0"),
                    new Edit("proofsOn: D-24, grantedOn: D-20", "proofsOn: D-24, screenshotOn: D-1")),
            edge(
                    "date 2 is thirty days ahead",
                    new HabiliteBeforeReferencement(),
                    PROXY_TIERS,
                    Status.WARNING,
                    segur("date2: D+30"),
                    new Edit(", grantedOn: D-20", "")),
            edge(
                    "date 2 is further ahead",
                    new HabiliteBeforeReferencement(),
                    PROXY_TIERS,
                    Status.NOT_APPLICABLE,
                    segur("date2: D+31"),
                    new Edit(", grantedOn: D-20", "")),
            edge(
                    "date 2 went by with a screenshot",
                    new HabiliteBeforeReferencement(),
                    PROXY_TIERS,
                    Status.PASS,
                    segur("date2: D-22"),
                    new Edit("proofsOn: D-24", "proofsOn: D-24, screenshotOn: D-22")),
            edge(
                    "the screenshot came after date 2",
                    new HabiliteBeforeReferencement(),
                    PROXY_TIERS,
                    Status.FAIL,
                    segur("date2: D-22"),
                    new Edit("proofsOn: D-24", "proofsOn: D-24, screenshotOn: D-21")),
            edge(
                    "référencé after the habilitations",
                    new HabiliteBeforeReferencement(),
                    PROXY_TIERS,
                    Status.PASS,
                    segur("referencedOn: D-2")),
            edge(
                    "a file in the place of a suspended one",
                    new OnePathPerArchitecture(),
                    PROXY_TIERS,
                    Status.PASS,
                    new Edit(
                            "      - { profile: ELU, " + ELU + " }",
                            "      - { profile: ELU, " + ELU + ", suspendedOn: D-3 }\n      - { profile: ELU }")),
            edge(
                    "a second file for the only proxy, which it names",
                    new OnePathPerArchitecture(),
                    PROXY_TIERS,
                    Status.WARNING,
                    new Edit(
                            "      - { profile: ELU, " + ELU + " }",
                            "      - { profile: ELU, " + ELU + " }\n      - { profile: ELU, proxy: proxy }")),
            edge(
                    "the architecture changed on the day of the proofs",
                    new ArchitectureBeforeProofs(),
                    PROXY_TIERS,
                    Status.PASS,
                    segur("architectureChangedOn: D-24")),
            edge(
                    "a second name with its own NIL and numbers",
                    new EachNameIsHomologated(),
                    PROXY_INTEGRE,
                    Status.PASS,
                    new Edit(
                            "nil: NIL-SIMULE-0001 }]",
                            "nil: NIL-SIMULE-0001 }, { name: Bis, nil: NIL-2, homologations: { DMP: A, INSi: B, ON: C } }]")),
            edge(
                    "a second name with the numbers of the first",
                    new EachNameIsHomologated(),
                    PROXY_INTEGRE,
                    Status.FAIL,
                    new Edit(
                            "nil: NIL-SIMULE-0001 }]",
                            "nil: NIL-SIMULE-0001 }, { name: Bis, nil: NIL-2, homologations: { DMP: DMP-SIMULE-0001, INSi: B, ON: C } }]")),
            edge(
                    "a second name where the table leaves the first in doubt",
                    new EachNameIsHomologated(),
                    AUTONOME_OPERE_PAR_SON_EDITEUR,
                    Status.REVIEW,
                    new Edit("nil: NIL-SIMULE-0001 }]", "nil: NIL-SIMULE-0001 }, { name: Bis, nil: NIL-2 }]")),
            edge(
                    "the examination alone, with an autonome already authorised for ON",
                    new ModeDecidesTheProcedure(),
                    AUTONOME_OPERE_PAR_OPERATEUR_LPS,
                    Status.PASS,
                    new Edit("functions: [DMP]", "functions: [DMP, ON]"),
                    new Edit("{ DMP: DMP-SIMULE-0003 }", "{ ON: ON-SIMULE-0003 }"),
                    new Edit("ON: ON-SIMULE-0001", "ON: { number: ON-SIMULE-0001, procedure: examen }")),
            edge(
                    "the examination alone, with an autonome not authorised yet",
                    new ModeDecidesTheProcedure(),
                    AUTONOME_OPERE_PAR_OPERATEUR_LPS,
                    Status.FAIL,
                    new Edit("functions: [DMP]", "functions: [DMP, ON]"),
                    new Edit("ON: ON-SIMULE-0001", "ON: { number: ON-SIMULE-0001, procedure: examen }")),
            edge(
                    "the DMP has no examination alone to judge",
                    new ModeDecidesTheProcedure(),
                    NON_AUTONOME_DANS_LPS,
                    Status.NOT_APPLICABLE),
            edge(
                    "no guichet knows of the EAI",
                    new EaiInProxyIsAnnounced(),
                    NON_AUTONOME_DANS_PROXY,
                    Status.FAIL,
                    new Edit("segur: [proxy-tiers, non-autonome]", "segur: [proxy-tiers]")),
            edge(
                    "an EAI in the LPS is announced to none",
                    new EaiInProxyIsAnnounced(),
                    NON_AUTONOME_DANS_LPS,
                    Status.NOT_APPLICABLE));

    @ParameterizedTest
    @FieldSource("EDGES")
    void judgesTheEdge(Edge edge) throws DeclarationException {
        assertThat(Edited.judgedBy(edge.rule).statuses(edge.base, edge.edits.toArray(Edit[]::new)).stream()
                        .sorted()
                        .findFirst()
                        .orElse(Status.NOT_APPLICABLE))
                .isEqualTo(edge.worst);
    }

    @Test
    void twoProxiesInOneCandidatureAreOneFileTooFew() throws DeclarationException {
        Edit[] secondProxy = Stream.concat(
                        DeclaredFaults.of(RuleId.of("HAB-05")).get(0).edits().stream(),
                        Stream.of(new Edit(
                                "      - { profile: ELU, proxy: proxy, " + ELU + " }",
                                "      - { profile: ELU, proxy: proxy, " + ELU + " }\n"
                                        + "      - { profile: ELU, proxy: proxy2, candidature: EDC-EDITEUR }")))
                .toArray(Edit[]::new);

        List<DeclaredFinding> findings = Edited.judgedBy(new OneFilePerProxy()).findings(PROXY_TIERS, secondProxy);

        assertThat(findings).extracting(DeclaredFinding::status).containsExactly(Status.PASS, Status.FAIL);
        assertThat(findings.get(1).path()).isEqualTo("components.lps.habilitations[1]");
        assertThat(findings.get(1).observed().en()).contains("EDC-EDITEUR");
    }

    @Test
    void aFileRequestedForASecondProxyIsNotEnough() throws DeclarationException {
        Edit[] secondProxy = Stream.concat(
                        DeclaredFaults.of(RuleId.of("HAB-05")).get(0).edits().stream(),
                        Stream.of(
                                new Edit(
                                        "      - { profile: ELU, proxy: proxy, " + ELU + " }",
                                        "      - { profile: ELU, proxy: proxy, " + ELU + " }\n"
                                                + "      - { profile: ELU, proxy: proxy2, candidature: EDC-2, submittedOn: D-9 }")))
                .toArray(Edit[]::new);

        assertThat(Edited.judgedBy(new OneFilePerProxy()).statuses(PROXY_TIERS, secondProxy))
                .containsExactly(Status.PASS, Status.FAIL);
    }

    @Test
    void noFindingShowsANumber() throws DeclarationException {
        List<DeclaredFinding> findings = Edited.judgedBy(new NumberSentIsItsOwn())
                .findings(NON_AUTONOME_DANS_LPS, new Edit("DMP: DMP-SIMULE-0001", "DMP: DMP-SIMULE-0003"));

        assertThat(findings)
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("SIMULE"));
        assertThat(findings.get(0).observed().en()).isEqualTo("the number of 'eai'");
    }

    private static Edge edge(String what, DeclaredRule rule, ShippedDeclaration base, Status worst, Edit... edits) {
        return new Edge(what, rule, base, worst, Arrays.asList(edits));
    }

    /** A date of the solution's way through the Ségur guichet. */
    private static Edit segur(String date) {
        return new Edit("teleservices: [DMP, INSi, ON] }", "teleservices: [DMP, INSi, ON], segur: { " + date + " } }");
    }
}

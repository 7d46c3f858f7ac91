package fr.accroche.compliance.check;

import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_SON_EDITEUR;
import static fr.accroche.compliance.declaration.ShippedDeclaration.NON_AUTONOME_DANS_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_INTEGRE;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_PARTAGE;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_TIERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.accroche.compliance.check.Journey.Progress;
import fr.accroche.compliance.check.Journey.Step;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Homologation.Procedure;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.obligation.Obligation.Kind;
import fr.accroche.compliance.obligation.Obligation.State;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a vendor must do next, how many files it hands in, and how many requests it makes. */
class PathAndFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** Neither habilitations, nor homologations, nor PMT, nor CNDA numbers. */
    private static String untouched(ShippedDeclaration base) {
        return base.text()
                .replaceAll("(?m)^ +habilitations:\\R( +- \\{ profile.*\\R)+", "")
                .replaceAll("(?m)^ +homologations:.*\\R", "")
                .replaceAll(",\\s+pmt: \\{[^}]*}", "")
                .replaceAll(", nil: [A-Z0-9-]+", "")
                .replaceAll("(?m)^ +nie:.*\\R", "");
    }

    private static Check check(String yaml) throws DeclarationException {
        return Check.of(DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), TODAY), TODAY);
    }

    private static List<String> steps(Check check, int journey, Progress progress) {
        return check.journeys().get(journey).steps().stream()
                .filter(step -> step.progress() == progress)
                .map(step -> step.title().en())
                .toList();
    }

    @Test
    void whoHasNothingYetSeesThePmtAheadAndBeginsAtBothGuichets() throws DeclarationException {
        Check check = check(untouched(PROXY_TIERS));

        assertThat(steps(check, 0, Progress.NEXT))
                .containsExactly("EDC PSC form handed in", "registered at the CNDA: NIE, and a NIL per name");
        assertThat(steps(check, 0, Progress.LATER)).contains("PMT validated by the EDC PSC");
    }

    @Test
    void afterThePmtTheProofsAndTheCndaGoOnSideBySide() throws DeclarationException {
        String yaml = PROXY_TIERS
                .text()
                .replaceAll(", proofsOn: D-\\d+, grantedOn: D-20", "")
                .replaceAll("declaredOn: .*firstApi: INSi }", "}")
                .replace("validatedOn: D-33, }", "validatedOn: D-33 }");

        assertThat(steps(check(yaml), 0, Progress.NEXT))
                .containsExactly("declared to the CNDA, for access to its test environments", "all proofs handed in");
    }

    @Test
    void aPmtThatRanOutBeforeItServedIsToDoAgain() throws DeclarationException {
        String yaml = PROXY_TIERS
                .text()
                .replaceAll(", proofsOn: D-\\d+, grantedOn: D-20", "")
                .replaceAll("pmt: .*", "pmt: { validatedOn: D-99 } }");

        assertThat(steps(check(yaml), 0, Progress.NEXT))
                .containsExactly("PMT validated by the EDC PSC", "all proofs handed in");
    }

    @Test
    void aLinkThatIsPendingIsStillToDo() throws DeclarationException {
        String yaml = PROXY_TIERS.text().replace("proxyOperator: beta,", "proxyOperator: beta, link: pending,");

        assertThat(steps(check(yaml), 0, Progress.NEXT)).containsExactly("ELU and ELP granted, their link validated");
    }

    @Test
    void theReferencementDoesNotWaitForTheOperators() throws DeclarationException {
        String yaml = PROXY_TIERS.text().replaceAll("(profile: OS[UP].*), grantedOn: D-5", "$1");

        assertThat(steps(check(yaml), 0, Progress.NEXT))
                .containsExactly(
                        "OSU and OSP granted: the funding depends on them, the référencement does not wait for them",
                        "Ségur référencement");
    }

    @Test
    void thePmtIsBehindOnceTheHabilitationsAreFinalAndItIsTakenOut() throws DeclarationException {
        String yaml = PROXY_TIERS.text().replaceAll(",\\s+pmt: \\{[^}]*}", "");

        assertThat(check(yaml).journeys().get(0).steps())
                .extracting(step -> step.title().en())
                .doesNotContain("PMT validated by the EDC PSC")
                .contains("all proofs handed in");
    }

    @Test
    void aFurtherNameThatIsNotHomologatedIsStillToDo() throws DeclarationException {
        String yaml = PROXY_TIERS
                .text()
                .replace("NIL-SIMULE-0001 }]", "NIL-SIMULE-0001 }, { name: Alpha Duo, nil: NIL-SIMULE-0002 }]");
        Check check = check(yaml);

        assertThat(steps(check, 0, Progress.NEXT)).contains("homologations and certifications of the CNDA");
        assertThat(check.cndaRequests())
                .filteredOn(request -> request.state() == State.MISSING)
                .extracting(CndaRequest::commercialName)
                .containsExactly("Alpha Duo", "Alpha Duo", "Alpha Duo");
    }

    @Test
    void anAddOnThatIsNotHomologatedHoldsTheSolutionBack() throws DeclarationException {
        String yaml =
                NON_AUTONOME_DANS_LPS.text().replace("homologations: { DMP: DMP-SIMULE-0003 }", "homologations: {}");

        assertThat(steps(check(yaml), 0, Progress.NEXT))
                .containsExactly("homologations and certifications of the CNDA");
    }

    @Test
    void anAddOnsClientIdEndsWithTheReferencementOfTheSolution() throws DeclarationException {
        String yaml = AUTONOME_OPERE_PAR_SON_EDITEUR
                .text()
                .replace("teleservices: [DMP, INSi] }", "teleservices: [DMP, INSi], segur: { referencedOn: D-2 } }");

        assertThat(check(yaml).journeys().get(0).steps())
                .filteredOn(step -> step.title().en().equals("Ségur référencement"))
                .extracting(Step::progress)
                .containsExactly(Progress.DONE);
    }

    @ParameterizedTest
    @EnumSource(ShippedDeclaration.class)
    void theDatesOfASampleFollowThePathThatIsPrinted(ShippedDeclaration sample) throws DeclarationException {
        assertThat(check(sample.text()).journeys())
                .allSatisfy(journey -> assertThat(journey.steps().stream()
                                .flatMap(step -> step.on().stream())
                                .toList())
                        .isSorted());
    }

    @ParameterizedTest
    @EnumSource(ShippedDeclaration.class)
    void theCandidaturesOfASampleAreTheFilesThatAreCounted(ShippedDeclaration sample) throws DeclarationException {
        Check check = check(sample.text());
        List<String> declared = Stream.concat(
                        check.dossier().declaration().actors().values().stream()
                                .flatMap(actor -> actor.habilitations().stream()),
                        check.dossier().declaration().components().values().stream()
                                .flatMap(component -> component.habilitations().stream()))
                .map(one -> one.candidature().id().orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .toList();

        assertThat(check.edcFiles().stream().filter(file -> file.state() == State.HELD))
                .hasSameSizeAs(declared);
    }

    @Test
    void anOperatorOfTwoSoftwareHandsInAFileForEach() throws DeclarationException {
        assertThat(check(PROXY_PARTAGE.text()).edcFiles())
                .extracting(EdcFile::kinds, EdcFile::components)
                .contains(
                        tuple(List.of(Kind.OSU, Kind.OSP), List.of("cabinet", "proxy")),
                        tuple(List.of(Kind.OSU), List.of("officine")));
    }

    @Test
    void aFileGrantedForOneProxyIsNotHeldForAnother() throws DeclarationException {
        String yaml = PROXY_TIERS
                        .text()
                        .replace("profile: ELU,", "profile: ELU, proxy: proxy,")
                        .replace("\noperations:", "  proxy2: { type: proxy, editor: beta }\n\noperations:")
                + "  - { clientId: alpha-2-edc-bas, lps: lps, operator: alpha, proxy: proxy2, proxyOperator: beta }\n";

        assertThat(check(yaml).edcFiles())
                .filteredOn(file -> file.kinds().contains(Kind.ELU))
                .extracting(EdcFile::state)
                .containsExactly(State.HELD, State.MISSING);
    }

    @Test
    void anAuthorisedComponentInApparentModeLeavesTheExaminationAlone() throws DeclarationException {
        assertThat(check(AUTONOME_OPERE_PAR_SON_EDITEUR.text()).cndaRequests())
                .filteredOn(request -> request.component().equals("lps") && request.service() == Teleservice.INSI)
                .extracting(CndaRequest::procedure)
                .containsExactly(Procedure.EXAMEN);
        assertThat(check(untouched(PROXY_INTEGRE)).cndaRequests())
                .extracting(CndaRequest::procedure)
                .containsOnly(Procedure.COMPLETE);
    }
}

package fr.accroche.compliance.catalogue;

import fr.accroche.compliance.catalogue.architecture.AccrochageByAnApi;
import fr.accroche.compliance.catalogue.architecture.AddOnIsWhatItSays;
import fr.accroche.compliance.catalogue.architecture.AddOnSpeaksForItself;
import fr.accroche.compliance.catalogue.architecture.ArchitectureBeforeProofs;
import fr.accroche.compliance.catalogue.architecture.ArchitectureIsRecognised;
import fr.accroche.compliance.catalogue.architecture.BothNames;
import fr.accroche.compliance.catalogue.architecture.ComponentIsInterfaced;
import fr.accroche.compliance.catalogue.architecture.EachNameIsHomologated;
import fr.accroche.compliance.catalogue.architecture.EachPrincipalOnItsOwn;
import fr.accroche.compliance.catalogue.architecture.EaiInProxyIsAnnounced;
import fr.accroche.compliance.catalogue.architecture.EditorThenOperator;
import fr.accroche.compliance.catalogue.architecture.FilesHaveTheirNru;
import fr.accroche.compliance.catalogue.architecture.HabiliteBeforeReferencement;
import fr.accroche.compliance.catalogue.architecture.IntegratedProxyIsOneFile;
import fr.accroche.compliance.catalogue.architecture.IntrusionTestIsProved;
import fr.accroche.compliance.catalogue.architecture.ModeDecidesTheProcedure;
import fr.accroche.compliance.catalogue.architecture.NonAutonomeIsIntegrated;
import fr.accroche.compliance.catalogue.architecture.NonAutonomeIsNotHabilite;
import fr.accroche.compliance.catalogue.architecture.NothingSimulatedInProduction;
import fr.accroche.compliance.catalogue.architecture.NumberSentIsItsOwn;
import fr.accroche.compliance.catalogue.architecture.OneFilePerProxy;
import fr.accroche.compliance.catalogue.architecture.OneHomologationPerTeleservice;
import fr.accroche.compliance.catalogue.architecture.OnePathPerArchitecture;
import fr.accroche.compliance.catalogue.architecture.OnePrincipal;
import fr.accroche.compliance.catalogue.architecture.OnlyTheLpsIsVisible;
import fr.accroche.compliance.catalogue.architecture.OperatorsBeforeFunding;
import fr.accroche.compliance.catalogue.architecture.PmtComesFirst;
import fr.accroche.compliance.catalogue.architecture.PmtStillRuns;
import fr.accroche.compliance.catalogue.architecture.ProxyHasNoInterface;
import fr.accroche.compliance.catalogue.architecture.ProxyIsNotHomologated;
import fr.accroche.compliance.catalogue.architecture.ProxyIsSaas;
import fr.accroche.compliance.catalogue.architecture.ProxyModeIsDeclared;
import fr.accroche.compliance.catalogue.architecture.SharedProxyCanBeDown;
import fr.accroche.compliance.catalogue.architecture.StepsInOrder;
import fr.accroche.compliance.catalogue.architecture.TableRule;
import fr.accroche.compliance.catalogue.architecture.TestNumberComesLast;
import fr.accroche.compliance.catalogue.architecture.ThroughAProxy;
import fr.accroche.compliance.catalogue.edcpsc.LinkIsValidated;
import fr.accroche.compliance.catalogue.edcpsc.OneEnvironment;
import fr.accroche.compliance.obligation.DeclaredRule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The rules that judge a declaration: one explicit list. */
public final class DeclaredRules {

    /** Every rule, by id. */
    public static final List<DeclaredRule> ALL = Stream.of(
                    TableRule.ALL,
                    List.<DeclaredRule>of(
                            // ARC
                            new ProxyHasNoInterface(),
                            new OnePrincipal(),
                            new ThroughAProxy(),
                            new ProxyIsSaas(),
                            new ProxyModeIsDeclared(),
                            new AddOnIsWhatItSays(),
                            new NonAutonomeIsIntegrated(),
                            new ArchitectureIsRecognised(),
                            new ComponentIsInterfaced(),
                            new BothNames(),
                            new SharedProxyCanBeDown(),
                            // HAB
                            new IntegratedProxyIsOneFile(),
                            new OperatorsBeforeFunding(),
                            new OneFilePerProxy(),
                            new EditorThenOperator(),
                            new HabiliteBeforeReferencement(),
                            new FilesHaveTheirNru(),
                            new OnePathPerArchitecture(),
                            new NonAutonomeIsNotHabilite(),
                            new ArchitectureBeforeProofs(),
                            // OPE
                            new OnlyTheLpsIsVisible(),
                            new AddOnSpeaksForItself(),
                            // CND
                            new ProxyIsNotHomologated(),
                            new OneHomologationPerTeleservice(),
                            new EachNameIsHomologated(),
                            new ModeDecidesTheProcedure(),
                            new EaiInProxyIsAnnounced(),
                            new NumberSentIsItsOwn(),
                            new EachPrincipalOnItsOwn(),
                            // PEN
                            new IntrusionTestIsProved(),
                            // PMT
                            new PmtComesFirst(),
                            new PmtStillRuns(),
                            new StepsInOrder(),
                            new AccrochageByAnApi(),
                            new TestNumberComesLast(),
                            // ENV and IDN, which judge exchanges too
                            new LinkIsValidated(),
                            new OneEnvironment(),
                            new NothingSimulatedInProduction()))
            .<DeclaredRule>flatMap(List::stream)
            .sorted(Comparator.comparing(rule -> rule.card().id()))
            .toList();

    private DeclaredRules() {}
}

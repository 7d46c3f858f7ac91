package fr.accroche.compliance.catalogue;

import fr.accroche.compliance.catalogue.architecture.NumberSentIsItsOwn;
import fr.accroche.compliance.catalogue.architecture.ProxyModeIsDeclared;
import fr.accroche.compliance.catalogue.edcpsc.CertificateOfItsSession;
import fr.accroche.compliance.catalogue.edcpsc.ClientIsRegistered;
import fr.accroche.compliance.catalogue.edcpsc.CnIsClientId;
import fr.accroche.compliance.catalogue.edcpsc.EachFieldOnItsOwn;
import fr.accroche.compliance.catalogue.edcpsc.ExchangingClientOwnsToken;
import fr.accroche.compliance.catalogue.edcpsc.FourFields;
import fr.accroche.compliance.catalogue.edcpsc.HabilitationsHold;
import fr.accroche.compliance.catalogue.edcpsc.LinkIsValidated;
import fr.accroche.compliance.catalogue.edcpsc.LpsActsForItself;
import fr.accroche.compliance.catalogue.edcpsc.NotAskedInMedicoSocial;
import fr.accroche.compliance.catalogue.edcpsc.NumberBelongsToClient;
import fr.accroche.compliance.catalogue.edcpsc.OneEnvironment;
import fr.accroche.compliance.catalogue.edcpsc.OnlyTheAuthorizationServerAsks;
import fr.accroche.compliance.catalogue.edcpsc.OuIsProxyOperator;
import fr.accroche.compliance.catalogue.edcpsc.SecurityLevelSuffices;
import fr.accroche.compliance.catalogue.standards.AuthorizationIsSound;
import fr.accroche.compliance.catalogue.standards.CibaIsWellFormed;
import fr.accroche.compliance.catalogue.standards.ClientCertificateIsSound;
import fr.accroche.compliance.catalogue.standards.ExchangeIsWellFormed;
import fr.accroche.compliance.catalogue.standards.SubjectTokenIsGenuine;
import fr.accroche.compliance.catalogue.standards.TlsIsForwardSecret;
import fr.accroche.compliance.catalogue.standards.TokenIsBoundToCertificate;
import fr.accroche.compliance.catalogue.standards.TokenIsForThisApi;
import fr.accroche.compliance.catalogue.teleservices.AssertionIsGenuine;
import fr.accroche.compliance.catalogue.teleservices.AssertionIsThere;
import fr.accroche.compliance.catalogue.teleservices.IdamIsFilledIn;
import fr.accroche.compliance.catalogue.teleservices.IdentifiersAreTheLps;
import fr.accroche.compliance.catalogue.teleservices.NumberIsSecret;
import fr.accroche.compliance.catalogue.teleservices.PassePlatTouchesNothing;
import fr.accroche.compliance.catalogue.teleservices.SamePerson;
import fr.accroche.compliance.catalogue.teleservices.TlsiIsWellShaped;
import fr.accroche.compliance.catalogue.teleservices.VihfIsWellShaped;
import fr.accroche.compliance.catalogue.teleservices.VihfNamesTheSoftware;
import fr.accroche.compliance.catalogue.teleservices.WrittenAsMostDo;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rule book: one explicit list. The packages beside it are the bodies that issue the rules. */
public final class Catalogue {

    /** Every rule, by id. */
    public static final List<Rule> ALL = Stream.<Rule>of(
                    new ProxyModeIsDeclared(),
                    new CnIsClientId(),
                    new OuIsProxyOperator(),
                    new ClientIsRegistered(),
                    new ExchangingClientOwnsToken(),
                    new LinkIsValidated(),
                    new NumberBelongsToClient(),
                    new CertificateOfItsSession(),
                    new LpsActsForItself(),
                    new OnlyTheAuthorizationServerAsks(),
                    new FourFields(),
                    new EachFieldOnItsOwn(),
                    new SecurityLevelSuffices(),
                    new NotAskedInMedicoSocial(),
                    new HabilitationsHold(),
                    new OneEnvironment(),
                    new NumberSentIsItsOwn(),
                    new AssertionIsThere(),
                    new VihfNamesTheSoftware(),
                    new IdamIsFilledIn(),
                    new AssertionIsGenuine(),
                    new SamePerson(),
                    new PassePlatTouchesNothing(),
                    new IdentifiersAreTheLps(),
                    new VihfIsWellShaped(),
                    new NumberIsSecret(),
                    new TlsiIsWellShaped(),
                    new WrittenAsMostDo(),
                    new ClientCertificateIsSound(),
                    new TlsIsForwardSecret(),
                    new ExchangeIsWellFormed(),
                    new SubjectTokenIsGenuine(),
                    new TokenIsBoundToCertificate(),
                    new TokenIsForThisApi(),
                    new CibaIsWellFormed(),
                    new AuthorizationIsSound())
            .sorted(Comparator.comparing(rule -> rule.card().id()))
            .toList();

    private Catalogue() {}

    public static Optional<Rule> rule(RuleId id) {
        return ALL.stream().filter(rule -> rule.card().id().equals(id)).findFirst();
    }
}

package fr.accroche.compliance.cause;

import fr.accroche.compliance.declaration.CommercialName;
import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.ComposantAdditionnel;
import fr.accroche.compliance.declaration.ComposantPrincipal;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Homologation;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.NumeroHomologation;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Pmt;
import fr.accroche.compliance.declaration.Product;
import fr.accroche.compliance.declaration.ProxyEsante;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose a homologation or certification number is, among those declared: compared by what may be kept of both. */
final class Numbers {

    private static final Text OF_NON_AUTONOME = Text.of(
            "celui du composant non autonome (EAI) « {0} », qu'aucun téléservice ne reçoit",
            "that of the non autonome add-on (EAI) '{0}', which no téléservice receives");
    private static final Text OF_PROXY = Text.of(
            "celui du proxy « {0} », qui n'en a pas à donner", "that of the proxy '{0}', which has none to give");
    private static final Text OF_INTERFACING = Text.of(
            "celui de l'homologation d'interfaçage avec « {0} », qu'aucun téléservice ne reçoit",
            "that of the homologation d'interfaçage with '{0}', which no téléservice receives");
    private static final Text OF_ANOTHER_SERVICE = Text.of(
            "celui du même logiciel pour un autre téléservice, {0}",
            "that of the same software for another téléservice, {0}");
    private static final Text OF_ANOTHER_LPS =
            Text.of("celui d'un autre logiciel, « {0} »", "that of another software, '{0}'");
    private static final Text TEST_NUMBER = Text.of("le numéro de test de {0}", "the test number of {0}");

    private Numbers() {}

    /** Whose it is; empty where nobody declares it. */
    static Optional<Text> whose(Declaration declaration, Optional<Operation> operation, String noted) {
        Optional<LogicielUtilisateur> own = operation.map(declaration::lps);
        return declaration.components().values().stream()
                .flatMap(component -> ofComponent(component, own, noted).stream())
                .findFirst()
                .or(() -> declaration.operations().stream()
                        .filter(other -> other.pmt()
                                .flatMap(Pmt::testNumber)
                                .filter(number -> is(number, noted))
                                .isPresent())
                        .findFirst()
                        .map(other -> TEST_NUMBER.with(other.clientId())));
    }

    private static Optional<Text> ofComponent(Component component, Optional<LogicielUtilisateur> own, String noted) {
        if (component instanceof ProxyEsante proxy) {
            return service(List.of(proxy.homologations()), noted).map(any -> OF_PROXY.with(proxy.id()));
        }
        if (component instanceof ComposantAdditionnel.NonAutonome addOn) {
            return service(acts(addOn.product()), noted).map(any -> OF_NON_AUTONOME.with(addOn.id()));
        }
        LogicielUtilisateur software = (LogicielUtilisateur) component;
        return service(acts(software.product()), noted)
                .map(service -> own.filter(software::equals).isPresent()
                        ? OF_ANOTHER_SERVICE.with(service.label())
                        : OF_ANOTHER_LPS.with(software.id()))
                .or(() -> interfacing(software, noted));
    }

    private static Optional<Text> interfacing(LogicielUtilisateur software, String noted) {
        Stream<ComposantPrincipal.Interfacing> interfacings =
                software instanceof ComposantPrincipal principal ? principal.interfacings().stream() : Stream.empty();
        return interfacings
                .filter(each -> is(each.homologation(), noted))
                .findFirst()
                .map(each -> OF_INTERFACING.with(each.with()));
    }

    private static List<Map<Teleservice, Homologation>> acts(Product product) {
        return product.names().stream().map(CommercialName::homologations).toList();
    }

    private static Optional<Teleservice> service(List<Map<Teleservice, Homologation>> acts, String noted) {
        return acts.stream()
                .flatMap(byService -> byService.entrySet().stream())
                .filter(act -> is(act.getValue(), noted))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private static boolean is(Homologation act, String noted) {
        return act.number()
                .map(NumeroHomologation::value)
                .filter(number -> is(number, noted))
                .isPresent();
    }

    private static boolean is(String number, String noted) {
        return Fact.LPS_NUMBER.redact(number).equals(noted);
    }
}

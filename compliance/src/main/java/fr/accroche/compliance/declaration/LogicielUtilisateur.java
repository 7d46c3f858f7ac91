package fr.accroche.compliance.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A software that a professional uses and that may have a client_id: the LPS, or a composant additionnel autonome (webinar:
 * "Même parcours que le Composant Principal (LPS).").
 */
public sealed interface LogicielUtilisateur extends Component
        permits ComposantPrincipal, ComposantAdditionnel.Autonome {

    Product product();

    /** The same, sold as something else. */
    LogicielUtilisateur soldAs(Product other);

    /** The version shown to its users, and in LPS_Version. */
    default String version() {
        return product().version();
    }

    /** The names that it is sold under; the first is the one it sends. */
    default List<CommercialName> commercialNames() {
        return product().names();
    }

    /** The name that it sends. */
    default String name() {
        return commercialNames().get(0).name();
    }

    /** What the CNDA granted it, under the name that it sends. */
    default Map<Teleservice, Homologation> homologations() {
        return product().homologations();
    }

    /** The number that a téléservice must receive. */
    default Optional<NumeroHomologation> number(Teleservice service) {
        return product().number(service);
    }
}

package fr.accroche.compliance.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The professional's software (LPS) in its role of composant principal.
 *
 * @param id its key in the declaration
 * @param editor the key of its éditeur
 * @param version the version shown to its users, and in LPS_Version
 * @param commercialNames the names that it is sold under; the first is the one it sends
 * @param habilitations what its éditeur was granted for it
 * @param homologations the number per téléservice
 */
public record ComposantPrincipal(
        String id,
        String editor,
        String version,
        List<CommercialName> commercialNames,
        List<Habilitation> habilitations,
        Map<Teleservice, NumeroHomologation> homologations)
        implements Component {

    public ComposantPrincipal {
        commercialNames = List.copyOf(commercialNames);
        habilitations = List.copyOf(habilitations);
        homologations = Map.copyOf(homologations);
    }

    /** The name that it sends. */
    public String name() {
        return commercialNames.get(0).name();
    }

    /** The number that a téléservice must receive. */
    public Optional<NumeroHomologation> number(Teleservice service) {
        return Optional.ofNullable(homologations.get(service));
    }
}

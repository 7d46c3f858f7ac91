package fr.accroche.compliance.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is sold, and shown to the CNDA.
 *
 * @param version the version shown to its users, and in LPS_Version
 * @param names the names that it is sold under; the first is the one it sends
 */
public record Product(String version, List<CommercialName> names) {

    public Product {
        names = List.copyOf(names);
    }

    /** What the CNDA granted under the name that it sends. */
    public Map<Teleservice, Homologation> homologations() {
        return names.isEmpty() ? Map.of() : names.get(0).homologations();
    }

    /** The number of it for one téléservice. */
    public Optional<NumeroHomologation> number(Teleservice service) {
        return Optional.ofNullable(homologations().get(service)).flatMap(Homologation::number);
    }
}

package fr.accroche.compliance.declaration;

import java.util.List;

/**
 * The professional's software (LPS) in its role of composant principal.
 *
 * @param edition what is declared of any component
 * @param product what is sold
 * @param interfacings its homologations d'interfaçage
 */
public record ComposantPrincipal(Edition edition, Product product, List<Interfacing> interfacings)
        implements LogicielUtilisateur {

    public ComposantPrincipal {
        interfacings = List.copyOf(interfacings);
    }

    @Override
    public ComposantPrincipal soldAs(Product other) {
        return new ComposantPrincipal(edition, other, interfacings);
    }

    /**
     * A homologation d'interfaçage between the composant principal and a composant additionnel autonome (webinar, "Deuxième
     * cas de figure").
     *
     * @param with the key of the composant additionnel
     * @param service the téléservice
     * @param homologation the CNDA's act
     */
    public record Interfacing(String with, Teleservice service, Homologation homologation) {}
}

package fr.accroche.compliance.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A Solution Logicielle: what a groupement candidates with.
 *
 * @param path its place in the declaration
 * @param name its name
 * @param mandataire the key of the chef de file mandataire of the groupement solidaire
 * @param members the keys of the other members of the groupement
 * @param principal the key of its composant principal; empty where every declared one is meant
 * @param teleservices the services that it uses
 * @param segur its way through the Ségur guichet
 * @param announced what its éditeur declared to each guichet about its architecture
 */
public record Solution(
        String path,
        String name,
        String mandataire,
        List<String> members,
        Optional<String> principal,
        List<Teleservice> teleservices,
        Segur segur,
        Announced announced) {

    public Solution {
        Objects.requireNonNull(name, "name");
        members = List.copyOf(members);
        teleservices = List.copyOf(teleservices);
    }

    /** One without a groupement, of which nothing else is declared. */
    public static Solution of(String name, String mandataire, List<Teleservice> teleservices) {
        return new Solution(
                "solution",
                name,
                mandataire,
                List.of(),
                Optional.empty(),
                teleservices,
                Segur.NOTHING,
                Announced.NOTHING);
    }

    /** Whether a composant principal is this solution's. */
    public boolean has(ComposantPrincipal lps) {
        return principal.map(lps.id()::equals).orElse(true);
    }

    /**
     * A solution's way through the Ségur guichet.
     *
     * @param date2 the last day to hand in a complete file
     * @param referencedOn when the solution was référencée
     * @param architectureChangedOn when the declared architecture was last changed
     * @param fundingOn the day by which the SONS MS DUI vague 2 funding is to be asked for; empty if it is not wanted
     */
    public record Segur(
            Optional<LocalDate> date2,
            Optional<LocalDate> referencedOn,
            Optional<LocalDate> architectureChangedOn,
            Optional<LocalDate> fundingOn) {

        static final Segur NOTHING = new Segur(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * What the éditeur declared to each guichet (webinar, "Lorsqu'un ELU utilise un Proxy e-Santé tiers embarquant…").
     *
     * @param segur to the Ségur guichet
     * @param edc to the EDC PSC guichet
     * @param cnda to the CNDA
     */
    public record Announced(Set<Feature> segur, Set<Feature> edc, Set<Feature> cnda) {

        static final Announced NOTHING = new Announced(Set.of(), Set.of(), Set.of());

        public Announced {
            segur = Set.copyOf(segur);
            edc = Set.copyOf(edc);
            cnda = Set.copyOf(cnda);
        }
    }

    /** A feature of an architecture that a guichet wants declared. */
    public enum Feature {
        PROXY_TIERS,
        NON_AUTONOME,
        EAI_DANS_PROXY
    }
}

package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Actor;
import fr.accroche.compliance.declaration.Component;
import fr.accroche.compliance.declaration.Habilitation;
import fr.accroche.compliance.declaration.Nru;
import fr.accroche.compliance.declaration.Profil;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file at the EDC PSC guichet, and where it is declared.
 *
 * @param path the place, for example {@code components.lps.habilitations[0]}
 * @param habilitation what it asks for, or obtained
 */
record Filed(String path, Habilitation habilitation) {

    /** What an éditeur asked for a component, as one of the profiles. */
    static List<Filed> of(Component component, Profil... profiles) {
        return all(component.path(), component.habilitations())
                .filter(file -> List.of(profiles).contains(file.habilitation.profile()))
                .toList();
    }

    /** What an opérateur asked for a component, or for the only one that it operates. */
    static List<Filed> of(Actor operator, Profil profile, String component) {
        return all("actors." + operator.id(), operator.habilitations())
                .filter(file -> file.habilitation.profile() == profile)
                .filter(file -> file.about().map(component::equals).orElse(true))
                .toList();
    }

    private static Stream<Filed> all(String owner, List<Habilitation> habilitations) {
        return IntStream.range(0, habilitations.size())
                .mapToObj(i -> new Filed(owner + ".habilitations[" + i + "]", habilitations.get(i)));
    }

    Optional<String> about() {
        return habilitation.about();
    }

    /** How the vendor names the candidature. */
    Optional<String> candidature() {
        return habilitation.candidature().id();
    }

    Optional<Nru> nru() {
        return habilitation.candidature().nru();
    }

    /** Whether both are one file: one candidature, or one NRU. */
    boolean isOneWith(Filed other) {
        return candidature().isPresent() && candidature().equals(other.candidature())
                || nru().isPresent() && nru().equals(other.nru());
    }

    Optional<LocalDate> submittedOn() {
        return habilitation.candidature().submittedOn();
    }

    Optional<LocalDate> proofsOn() {
        return habilitation.candidature().proofsOn();
    }

    Optional<LocalDate> screenshotOn() {
        return habilitation.candidature().screenshotOn();
    }
}

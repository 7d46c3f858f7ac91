package fr.accroche.compliance.obligation;

import fr.accroche.compliance.declaration.Habilitation;
import fr.accroche.compliance.declaration.Homologation;
import fr.accroche.compliance.declaration.Profil;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is declared of a right on a day, in words.
 *
 * @param held whether it counts
 * @param words how far it is
 * @param index its place in the list that it was looked for in; empty if it is not there
 */
record Found(boolean held, Text words, Optional<Integer> index) {

    static final Text NOTHING = Text.of("rien de déclaré", "nothing declared");

    /** The best of the habilitations of a profile that are about a component, or about none in particular. */
    static Found among(List<Habilitation> habilitations, Profil profile, Optional<String> about, LocalDate day) {
        Found best = new Found(false, NOTHING, Optional.empty());
        for (int i = 0; i < habilitations.size(); i++) {
            Habilitation one = habilitations.get(i);
            boolean fits = one.profile() == profile
                    && (about.isEmpty() || one.about().isEmpty() || one.about().equals(about));
            if (fits && !best.held) {
                best = new Found(one.validOn(day), words(one, day), Optional.of(i));
            }
        }
        return best;
    }

    private static Text words(Habilitation one, LocalDate day) {
        if (one.suspendedBy(day)) {
            return dated("suspendue", "suspended", one.suspendedOn());
        }
        if (one.begunBy(day)) {
            return dated("accordée", "granted", one.grantedOn());
        }
        return one.grantedOn().isPresent()
                ? dated("accordée seulement", "granted only", one.grantedOn())
                : dated("demandée", "requested", one.candidature().submittedOn());
    }

    static Found of(Optional<Homologation> homologation, LocalDate day) {
        return homologation
                .map(one -> new Found(one.heldOn(day), words(one, day), Optional.of(0)))
                .orElse(new Found(false, NOTHING, Optional.empty()));
    }

    private static Text words(Homologation one, LocalDate day) {
        if (one.heldOn(day)) {
            return one.grantedOn().isPresent()
                    ? dated("accordée", "granted", one.grantedOn())
                    : Text.of("accordée (numéro déclaré)", "granted (its number is declared)");
        }
        return one.grantedOn().isPresent() && one.number().isPresent()
                ? dated("accordée seulement", "granted only", one.grantedOn())
                : dated("demandée", "requested", one.requestedOn());
    }

    private static Text dated(String fr, String en, Optional<LocalDate> day) {
        return day.map(date -> Text.of(fr + " le {0}", en + " on {0}").with(date))
                .orElse(Text.of(fr, en));
    }
}

package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.Habilitation.Candidature;
import fr.accroche.compliance.declaration.Habilitation.Status;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code habilitations} of a component or of an actor.
 *
 * @param profiles those that can be held there
 * @param aboutKey the key that says what a habilitation is about
 * @param known what it can be about
 */
record HabilitationReader(Set<Profil> profiles, String aboutKey, Set<String> known) {

    List<Habilitation> readAll(Cursor owner) {
        List<Habilitation> read = new ArrayList<>();
        owner.items("habilitations").forEach(item -> read(item).ifPresent(read::add));
        return read;
    }

    private Optional<Habilitation> read(Cursor item) {
        Optional<Profil> profile = item.member("profile")
                .flatMap(c -> c.choice(Profil.values(), Profil::name))
                .filter(profiles::contains);
        Optional<String> about = item.member(aboutKey).flatMap(c -> c.reference(known));
        Candidature candidature = new Candidature(
                item.member("candidature").flatMap(Cursor::text),
                item.member("nru").flatMap(c -> c.text(Nru::new)),
                item.member("submittedOn").flatMap(Cursor::date),
                item.member("proofsOn").flatMap(Cursor::date),
                item.member("screenshotOn").flatMap(Cursor::date));
        Optional<LocalDate> grantedOn = item.member("grantedOn").flatMap(Cursor::date);
        Optional<LocalDate> suspendedOn = item.member("suspendedOn").flatMap(Cursor::date);
        Status dated =
                suspendedOn.isPresent() ? Status.SUSPENDED : grantedOn.isPresent() ? Status.GRANTED : Status.REQUESTED;
        Status status = item.member("status").flatMap(c -> status(c, dated)).orElse(dated);
        return profile.map(held -> new Habilitation(held, about, candidature, status, grantedOn, suspendedOn));
    }

    /** A status without a date is accepted; one that the dates contradict is not. */
    private static Optional<Status> status(Cursor cursor, Status dated) {
        Optional<Status> said = cursor.choice(Status.class);
        boolean contradicted =
                said.filter(status -> status.compareTo(dated) < 0).isPresent();
        if (contradicted) {
            cursor.wrong(Text.of(
                    "ce statut contredit les dates : grantedOn dit « granted », suspendedOn dit « suspended »",
                    "this status contradicts the dates: grantedOn says 'granted', suspendedOn says 'suspended'"));
        }
        return said;
    }
}

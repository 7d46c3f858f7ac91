package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.Habilitation.Candidature;
import fr.accroche.compliance.declaration.Habilitation.Status;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code habilitations} of a component or of an actor.
 *
 * @param profiles those that can be held there
 * @param aboutKey the key that says what a habilitation is about
 * @param known what it can be about
 */
record HabilitationReader(List<Profil> profiles, String aboutKey, Collection<String> known) {

    List<Habilitation> readAll(Cursor owner) {
        List<Habilitation> read = new ArrayList<>();
        owner.optional("habilitations")
                .map(Cursor::items)
                .orElse(List.of())
                .forEach(item -> read(item).ifPresent(read::add));
        return read;
    }

    private Optional<Habilitation> read(Cursor item) {
        Optional<Profil> profile = item.required("profile").flatMap(c -> c.choice(profiles, Profil::name));
        Optional<String> about = item.optional(aboutKey).flatMap(c -> c.reference(known));
        Candidature candidature = new Candidature(
                item.optional("candidature").flatMap(Cursor::text),
                item.optional("nru").flatMap(c -> c.text(Nru::new)),
                item.optional("submittedOn").flatMap(Cursor::date),
                item.optional("proofsOn").flatMap(Cursor::date),
                item.optional("screenshotOn").flatMap(Cursor::date));
        Optional<LocalDate> grantedOn = item.optional("grantedOn").flatMap(Cursor::date);
        Optional<LocalDate> suspendedOn = item.optional("suspendedOn").flatMap(Cursor::date);
        Status dated =
                suspendedOn.isPresent() ? Status.SUSPENDED : grantedOn.isPresent() ? Status.GRANTED : Status.REQUESTED;
        Status status = item.optional("status").flatMap(c -> status(c, dated)).orElse(dated);
        item.refuseUnknownKeys();
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

package fr.accroche.compliance.declaration;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A right that the EDC PSC grants, or is asked for.
 *
 * @param profile which
 * @param about the proxy that an ELU file is about, or the component that an OSU or OSP is held for; empty where there is
 *     but one
 * @param candidature the file at the guichet
 * @param status how far it is
 * @param grantedOn since when; empty if it is not granted, or on an unknown day
 * @param suspendedOn since when it no longer counts; empty if it does, or since an unknown day
 */
public record Habilitation(
        Profil profile,
        Optional<String> about,
        Candidature candidature,
        Status status,
        Optional<LocalDate> grantedOn,
        Optional<LocalDate> suspendedOn) {

    public Habilitation {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(status, "status");
    }

    /** One that was granted on a day, for the only component there is. */
    public static Habilitation granted(Profil profile, LocalDate day) {
        return new Habilitation(
                profile, Optional.empty(), Candidature.UNKNOWN, Status.GRANTED, Optional.of(day), Optional.empty());
    }

    /** The same, suspended since a day. */
    public Habilitation suspended(LocalDate day) {
        return new Habilitation(profile, about, candidature, Status.SUSPENDED, grantedOn, Optional.of(day));
    }

    /** Whether it was granted by that day, be it suspended or not. */
    public boolean begunBy(LocalDate day) {
        return status != Status.REQUESTED
                && grantedOn.map(from -> !from.isAfter(day)).orElse(true);
    }

    /** Whether it is suspended on that day. */
    public boolean suspendedBy(LocalDate day) {
        return status == Status.SUSPENDED
                && suspendedOn.map(from -> !from.isAfter(day)).orElse(true);
    }

    /** Whether it counts on that day. */
    public boolean validOn(LocalDate day) {
        return begunBy(day) && !suspendedBy(day);
    }

    /** How far an habilitation is. */
    public enum Status {
        REQUESTED,
        GRANTED,
        SUSPENDED
    }

    /**
     * A file at the EDC PSC guichet.
     *
     * @param id how the vendor names it; two habilitations with one id are one candidature
     * @param nru its numéro unique de référencement
     * @param submittedOn when the administrative form was sent
     * @param proofsOn when every chapter of the proofs had been submitted at least once
     * @param screenshotOn when a screenshot of the "Dépôt de preuves" step was sent to the Ségur guichet
     */
    public record Candidature(
            Optional<String> id,
            Optional<Nru> nru,
            Optional<LocalDate> submittedOn,
            Optional<LocalDate> proofsOn,
            Optional<LocalDate> screenshotOn) {

        public static final Candidature UNKNOWN = new Candidature(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}

package fr.accroche.messages;

import java.util.Objects;
import java.util.Optional;

/**
 * What a carte Vitale says of a patient, by which INSi searches too (RECVITALE). Everything is optional in its schema; the
 * date is that of a card, which may be lunar, so it stays text.
 *
 * @param holder MatriculeIndividu, the patient's own
 * @param insured MatriculeOD, of who is insured, if that is another
 * @param birthName NomNaissance
 * @param birthDate DateNaissance, {@code YYYY-MM-DD}
 * @param birthRank RangNaissance, which tells twins apart
 */
public record VitaleCard(
        Optional<Matricule> holder,
        Optional<Matricule> insured,
        Optional<String> birthName,
        Optional<String> birthDate,
        Optional<String> birthRank)
        implements Patient {

    public VitaleCard {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(insured, "insured");
        Objects.requireNonNull(birthName, "birthName");
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(birthRank, "birthRank");
    }

    /** A card of a person insured in their own name. */
    public static VitaleCard of(Ins holder, String birthName, String birthDate) {
        return new VitaleCard(
                Optional.of(Matricule.of(holder)),
                Optional.empty(),
                Optional.of(birthName),
                Optional.of(birthDate),
                Optional.of("1"));
    }

    /**
     * A number of the Assurance Maladie.
     *
     * @param number NumIdentifiant, 13 characters
     * @param key Cle, two digits
     * @param type TypeMatricule
     */
    public record Matricule(Optional<String> number, Optional<String> key, Optional<String> type) {

        /** The number and the key of an INS. */
        public static Matricule of(Ins ins) {
            int key = Math.max(0, ins.value().length() - 2);
            return new Matricule(
                    Optional.of(ins.value().substring(0, key)),
                    Optional.of(ins.value().substring(key)),
                    Optional.empty());
        }

        /** Keeps the NIR out of every log. */
        @Override
        public String toString() {
            return "Matricule[…]";
        }
    }

    /** Keeps the patient's identity out of every log. */
    @Override
    public String toString() {
        return "VitaleCard[…]";
    }
}

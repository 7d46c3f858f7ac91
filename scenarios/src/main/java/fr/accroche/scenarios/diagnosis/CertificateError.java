package fr.accroche.scenarios.diagnosis;

import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.util.List;
import java.util.Objects;

/**
 * One way in which certificates go wrong.
 *
 * @param id its stable id, {@code F1} and on
 * @param title what is wrong, in a few words
 * @param cause what is wrong
 * @param sign what one sees of it, in words: not every error prints something
 * @param place where it shows
 * @param symptoms what programs print of it, the most telling first
 * @param check how to tell it from those that look like it
 * @param fix what to do
 * @param owners who can, most likely first
 * @param rules of the rule book that it breaks, if any
 * @param certainty how it is known
 */
public record CertificateError(
        String id,
        Text title,
        Text cause,
        Text sign,
        Place place,
        List<Symptom> symptoms,
        Check check,
        Text fix,
        List<Owner> owners,
        List<RuleId> rules,
        Certainty certainty) {

    public CertificateError {
        Objects.requireNonNull(id, "id");
        symptoms = List.copyOf(symptoms);
        owners = List.copyOf(owners);
        rules = List.copyOf(rules);
    }

    /**
     * Where an error shows.
     *
     * @param side at which end
     * @param layer at what moment
     */
    public record Place(Side side, Layer layer) {}

    /** At which end of the connection it is seen. */
    public enum Side {
        CLIENT("côté client", "at the client"),
        SERVER("côté serveur", "at the server"),
        BOTH("des deux côtés", "at both ends");

        private final Text title;

        Side(String fr, String en) {
            this.title = Text.of(fr, en);
        }

        public Text title() {
            return title;
        }
    }

    /** At what moment it is seen. */
    public enum Layer {
        FILE("au chargement du fichier", "when the file is loaded"),
        TLS("en TLS", "in TLS"),
        BUSINESS("après TLS, dans la réponse du service", "after TLS, in the service's answer");

        private final Text title;

        Layer(String fr, String en) {
            this.title = Text.of(fr, en);
        }

        public Text title() {
            return title;
        }
    }

    /**
     * A question, and commands that answer it.
     *
     * @param question to tell an error from those that look like it
     * @param commands for a shell; words in capitals are the user's
     */
    public record Check(Text question, List<String> commands) {

        public Check {
            commands = List.copyOf(commands);
        }
    }

    /** How an error is known. */
    public enum Certainty {
        MEASURED(
                "mesuré : l'erreur a été provoquée ; les textes de certains programmes sont rapportés, non provoqués",
                "measured: the failure was provoked; the texts of some programs are reported, not provoked"),
        PUBLIC("public : rapporté ou documenté publiquement", "public: reported or documented in public"),
        INFERRED("déduit : jamais observé sur les vrais services", "inferred: never observed on the real services");

        private final Text title;

        Certainty(String fr, String en) {
            this.title = Text.of(fr, en);
        }

        public Text title() {
            return title;
        }
    }

    @Override
    public String toString() {
        return id;
    }
}

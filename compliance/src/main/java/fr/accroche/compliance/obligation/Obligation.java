package fr.accroche.compliance.obligation;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.RuleId;
import fr.accroche.compliance.text.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that an actor must obtain, or need not, according to one row of one table.
 *
 * @param kind what
 * @param actor the key of who must obtain it
 * @param component the key of the component that it is for
 * @param service the téléservice that it is for; empty where it is for none in particular
 * @param rule the rule that judges it
 * @param basis the row of the table, in its own words
 * @param state whether it is held
 * @param found what is declared of it
 * @param path where it is declared, or would be
 * @param doubt what the texts leave open; there exactly when the state is {@link State#REVIEW}
 */
public record Obligation(
        Kind kind,
        String actor,
        String component,
        Optional<Teleservice> service,
        RuleId rule,
        Citation basis,
        State state,
        Text found,
        String path,
        Optional<Ambiguity> doubt) {

    public Obligation {
        Objects.requireNonNull(kind, "kind");
        if (doubt.isPresent() != (state == State.REVIEW)) {
            throw new IllegalArgumentException("a doubt is what makes a review: " + kind + " of " + component);
        }
    }

    /** What it is, and for what: {@code DMP homologation}. */
    public Text title() {
        return service.map(kind::title).orElse(kind.title);
    }

    /** How far it is. */
    public enum State {
        HELD(Text.of("en règle", "held")),
        /** The end of the path: nobody is at fault before it is reached. */
        AHEAD(Text.of("à venir", "ahead")),
        MISSING(Text.of("manque", "missing")),
        REVIEW(Text.of("à examiner", "to review")),
        /** The table says no. */
        NOT_ASKED(Text.of("sans objet", "not asked for"));

        private final Text title;

        State(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }
    }

    /** What can be obligatory. */
    public enum Kind {
        REFERENCEMENT(Guichet.SEGUR, "référencement", "référencement"),
        ELU(Guichet.EDC_PSC, "habilitation ELU", "ELU habilitation"),
        ELP(Guichet.EDC_PSC, "habilitation ELP", "ELP habilitation"),
        OSU(Guichet.EDC_PSC, "habilitation OSU", "OSU habilitation"),
        OSP(Guichet.EDC_PSC, "habilitation OSP", "OSP habilitation"),
        HOMOLOGATION(Guichet.CNDA, "homologation", "homologation"),
        INTERFACING(Guichet.CNDA, "homologation d'interfaçage", "interfacing homologation"),
        /** A proof that the EDC PSC guichet asks for. */
        INTRUSION_TEST(Guichet.EDC_PSC, "test d'intrusion", "intrusion test");

        private final Guichet guichet;
        private final Text title;

        Kind(Guichet guichet, String fr, String en) {
            this.guichet = guichet;
            this.title = Text.of(fr, en);
        }

        public Guichet guichet() {
            return guichet;
        }

        public Text title() {
            return title;
        }

        /** With its téléservice: INSi and ON are certified where DMP is homologated. */
        public Text title(Teleservice service) {
            boolean certified = this == HOMOLOGATION && service != Teleservice.DMP;
            Text act = certified ? Text.verbatim("certification") : title;
            return Text.of("{0} {1}", "{1} {0}").with(act, service.label());
        }
    }
}

package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.Homologation.Mode;
import java.util.List;
import java.util.Optional;

/** A component that takes over DMP, INSi or ON, edited by a member of the groupement or a third party. */
public sealed interface ComposantAdditionnel extends Component {

    Product product();

    /** The téléservices that it takes over. */
    List<Teleservice> functions();

    /** What the CNDA calls it, if that is declared. */
    Optional<CndaName> cndaName();

    /**
     * How it shows a téléservice: as declared, else what its kind is by nature, the webinar's "IHM autonomes et visibles" or
     * "IHM masquée".
     */
    default Mode mode(Teleservice service) {
        return Optional.ofNullable(product().homologations().get(service))
                .flatMap(Homologation::mode)
                .orElse(this instanceof Autonome ? Mode.APPARENT : Mode.MASQUE);
    }

    /** The CNDA's names of a software (webinar, annex "Terminologies Ségur & CNDA"). */
    enum CndaName {
        /** Application or connecteur EAI: a non autonome, for the DMP. */
        EAI,
        /** Moteur à IHM masquée: a non autonome, for INSi and ON. */
        MOTEUR_IHM_MASQUEE,
        /** Application métier: an autonome. */
        APPLICATION_METIER
    }

    /**
     * An application of its own, with visible screens, called in context.
     *
     * @param edition what is declared of any component
     * @param product what is sold
     * @param functions the téléservices that it takes over
     * @param cndaName what the CNDA calls it, if that is declared
     * @param instances who operates it for whom
     */
    record Autonome(
            Edition edition,
            Product product,
            List<Teleservice> functions,
            Optional<CndaName> cndaName,
            List<Instance> instances)
            implements ComposantAdditionnel, LogicielUtilisateur {

        public Autonome {
            functions = List.copyOf(functions);
            instances = List.copyOf(instances);
        }

        @Override
        public Autonome soldAs(Product other) {
            return new Autonome(edition, other, functions, cndaName, instances);
        }
    }

    /**
     * An autonome add-on interfaced with an LPS.
     *
     * @param lps the key of the LPS that calls it
     * @param lpsOperator the key of the actor who operates that LPS
     * @param operator the key of the actor who operates the add-on that it calls
     */
    record Instance(String lps, String lpsOperator, String operator) {

        /** Whether one actor operates both (operator table, fifth row). */
        public boolean sameOperator() {
            return lpsOperator.equals(operator);
        }
    }

    /**
     * An EAI connector or an engine with hidden screens, integrated in the LPS or in the proxy.
     *
     * @param edition what is declared of any component
     * @param product what is sold
     * @param functions the téléservices that it takes over
     * @param cndaName what the CNDA calls it, if that is declared
     * @param integratedIn the key of the component that integrates it
     */
    record NonAutonome(
            Edition edition,
            Product product,
            List<Teleservice> functions,
            Optional<CndaName> cndaName,
            Optional<String> integratedIn)
            implements ComposantAdditionnel {

        public NonAutonome {
            functions = List.copyOf(functions);
        }
    }
}

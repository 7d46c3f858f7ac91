package fr.accroche.scenarios.pmt;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.text.Text;

/** How it is known what the prérequis de maturité technique asks for. Its chapter of proofs is not public. */
public final class PmtFidelity {

    static final Likeness RUN = Likeness.invented(Text.of(
            "à quoi un passage doit ressembler pour montrer quelque chose : c'est nous qui le disons",
            "what a run must be like to show anything: that is ours to say"));
    static final Likeness ARCHITECTURE = Likeness.simplified(
            Text.of(
                    "le PMT vérifie « la cohérence de l'architecture technique de la solution » ; que ce soit par ces règles est déduit",
                    "the PMT checks 'la cohérence de l'architecture technique de la solution'; that it does so by these rules is inferred"),
            Basis.of(PublicSource.WEBINAR));
    static final Likeness PATH = Likeness.simplified(
            Text.of(
                    "la séquence et les trois mois sont dans le texte ; ce qui la précède (formulaire, NIE et NIL) est déduit",
                    "the sequence and the three months are in the text; what comes before it (form, NIE and NIL) is inferred"),
            Basis.of(PublicSource.WEBINAR, PublicSource.FAQ));
    static final Likeness AUTHENTICATION = Likeness.simplified(
            Text.of(
                    "le PMT vérifie « la bonne mise en œuvre des mécanismes d'authentification » ; que ce soit par ces règles est déduit",
                    "the PMT checks 'la bonne mise en œuvre des mécanismes d'authentification'; that it does so by these rules is inferred"),
            Basis.of(PublicSource.WEBINAR));
    static final Likeness ACCROCHAGE = Likeness.simplified(
            Text.of(
                    "l'accrochage et le premier appel au DMP, à l'INSi ou à l'ON sont dans le texte, pour la suite du PMT ; les montrer avant, et pour chacun, est plus sévère",
                    "the accrochage and the first call to DMP, INSi or ON are in the text, for what follows the PMT; to show them before, and for each, is stricter"),
            Basis.of(PublicSource.WEBINAR));
    private static final Likeness NUMBER = Likeness.invented(Text.of(
            "le numéro de test : la forme du vrai n'est pas publique, celui-ci dit qu'il est simulé",
            "the test number: the real one's form is not public, this one says that it is simulated"));

    public static final FidelityCard CARD = card();

    private PmtFidelity() {}

    private static FidelityCard card() {
        return FidelityCard.of("Page PMT", "PMT page")
                .simplified(ARCHITECTURE.detail(), ARCHITECTURE.basis(), "architecture")
                .simplified(PATH.detail(), PATH.basis(), "path")
                .simplified(AUTHENTICATION.detail(), AUTHENTICATION.basis(), "authentication")
                .simplified(ACCROCHAGE.detail(), ACCROCHAGE.basis(), "accrochage")
                .invented(RUN.detail(), "run")
                .invented(NUMBER.detail(), "testNumbers");
    }
}

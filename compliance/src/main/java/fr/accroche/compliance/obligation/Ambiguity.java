package fr.accroche.compliance.obligation;

import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.text.Text;
import java.util.List;

/**
 * Where the webinar and the FAQ disagree, with each other or with themselves, or are silent. Where no reading is plainly
 * the better one, a rule asks for a person's eye instead of taking one. {@code docs/ambiguities.md} is rendered from here.
 */
public enum Ambiguity {
    AUTONOME_PRINCIPAL_HABILITATION(AutonomeDoubts.HABILITATION),
    AUTONOME_PRINCIPAL_HOMOLOGATION(AutonomeDoubts.HOMOLOGATION),
    ON_IN_C7(AutonomeDoubts.ON),
    EDITOR_OR_OPERATOR(AutonomeDoubts.EDITOR_OR_OPERATOR),
    AUTONOME_NUMBER_ELSEWHERE(AutonomeDoubts.NUMBER_ELSEWHERE),
    AUTONOME_INTEGRATED(AutonomeDoubts.INTEGRATED),
    AUTONOME_FOR_SOME_TELESERVICES(AutonomeDoubts.SOME_TELESERVICES),
    AUTONOME_INTRUSION(AutonomeDoubts.INTRUSION),
    AUTONOME_NAME_AT_CNDA(AutonomeDoubts.NAME),
    NON_AUTONOME_IN_AUTONOME(AutonomeDoubts.INTEGRATES),
    EAI_IN_PROXY(HomologationDoubts.EAI_IN_PROXY),
    MASKED_ON(HomologationDoubts.MASKED_ON),
    MODE_APPARENT_FOR_ALL(HomologationDoubts.APPARENT_FOR_ALL),
    MSSANTE_AT_CNDA(HomologationDoubts.MSSANTE),
    OPERATOR_ELSEWHERE(OperatorDoubts.ELSEWHERE),
    OSU_FOR_FUNDING_ONLY(OperatorDoubts.OSU_FOR_FUNDING_ONLY),
    MEMBER_S_PROXY(OperatorDoubts.MEMBER_S_PROXY),
    CLIENT_ID_OF_C(OperatorDoubts.CLIENT_ID_OF_C),
    OU_OF_WHOM(OperatorDoubts.OU_OF_WHOM),
    SAAS_OR_OWN_INSTANCES(OperatorDoubts.SAAS_OR_OWN_INSTANCES),
    EACH_COMPONENT_HABILITE(HabilitationDoubts.EACH_COMPONENT),
    HOW_MANY_FILES(HabilitationDoubts.HOW_MANY_FILES),
    ELP_OF_A_PROXY_TIERS(HabilitationDoubts.ELP_OF_A_PROXY_TIERS),
    SEVERAL_PRINCIPALS(HabilitationDoubts.SEVERAL_PRINCIPALS),
    MEDICO_SOCIAL_CONTROL(HabilitationDoubts.MEDICO_SOCIAL),
    PMT_THREE_MONTHS(PmtDoubts.THREE_MONTHS),
    PMT_AFTERWARDS(PmtDoubts.AFTERWARDS),
    TEST_NUMBER(PmtDoubts.TEST_NUMBER);

    private final Doubt doubt;

    Ambiguity(Doubt doubt) {
        this.doubt = doubt;
    }

    /** What is in doubt. */
    public Text title() {
        return doubt.title();
    }

    public Text firstReading() {
        return doubt.firstReading();
    }

    public Text secondReading() {
        return doubt.secondReading();
    }

    /** What is done of it here: a review, or one of the readings and why. */
    public Text taken() {
        return doubt.taken();
    }

    /** The passages, verbatim. */
    public List<Citation> quotes() {
        return doubt.quotes();
    }
}

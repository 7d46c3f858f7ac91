package fr.accroche.teleservice;

import fr.accroche.compliance.rule.RuleId;

/** The rules that a téléservice guards. */
final class Rules {

    static final RuleId TOKEN_BOUND = RuleId.of("TOK-03");
    static final RuleId TOKEN_FOR_THIS_API = RuleId.of("TOK-04");
    static final RuleId ASSERTION_PRESENT = RuleId.of("LPS-01");
    static final RuleId VIHF_NAMES_PRODUCT = RuleId.of("LPS-02");
    static final RuleId IDAM_PRESENT = RuleId.of("LPS-03");
    static final RuleId ASSERTION_GENUINE = RuleId.of("LPS-04");
    static final RuleId SAME_PERSON = RuleId.of("LPS-05");
    static final RuleId VIHF_SHAPE = RuleId.of("LPS-08");
    static final RuleId TLSI_SHAPE = RuleId.of("LPS-10");
    static final RuleId NUMBER_OF_CLIENT = RuleId.of("IDN-06");

    private Rules() {}
}

package fr.accroche.credential;

import fr.accroche.compliance.rule.RuleId;

/** The rules that this server guards. */
final class Rules {

    static final RuleId CN_IS_CLIENT_ID = RuleId.of("IDN-01");
    static final RuleId OU_IS_PROXY_OPERATOR = RuleId.of("IDN-02");
    static final RuleId CLIENT_REGISTERED = RuleId.of("IDN-03");
    static final RuleId LINK_VALIDATED = RuleId.of("IDN-05");
    static final RuleId CALLED_BY_AUTHORIZATION_SERVER = RuleId.of("CRD-01");
    static final RuleId FOUR_FIELDS = RuleId.of("CRD-02");
    static final RuleId SECURITY_LEVEL = RuleId.of("CRD-04");
    static final RuleId IN_GOOD_STANDING = RuleId.of("CRD-06");

    private Rules() {}
}

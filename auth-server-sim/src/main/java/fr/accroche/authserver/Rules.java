package fr.accroche.authserver;

import fr.accroche.compliance.rule.RuleId;

/** The rules that these servers guard. */
public final class Rules {

    public static final RuleId CN_IS_CLIENT_ID = RuleId.of("IDN-01");
    public static final RuleId OU_IS_PROXY_OPERATOR = RuleId.of("IDN-02");
    public static final RuleId CLIENT_REGISTERED = RuleId.of("IDN-03");
    public static final RuleId SAME_CLIENT = RuleId.of("IDN-04");
    public static final RuleId LINK_VALIDATED = RuleId.of("IDN-05");
    public static final RuleId CALLED_BY_AUTHORIZATION_SERVER = RuleId.of("CRD-01");
    public static final RuleId FOUR_FIELDS = RuleId.of("CRD-02");
    public static final RuleId FIELD_NAMED = RuleId.of("CRD-03");
    public static final RuleId SECURITY_LEVEL = RuleId.of("CRD-04");
    public static final RuleId IN_GOOD_STANDING = RuleId.of("CRD-06");
    public static final RuleId CLIENT_CERTIFICATE = RuleId.of("MTL-01");
    public static final RuleId EXCHANGE_PARAMETERS = RuleId.of("TOK-01");
    public static final RuleId PSC_TOKEN_GENUINE = RuleId.of("TOK-02");
    public static final RuleId TOKEN_BOUND = RuleId.of("TOK-03");
    public static final RuleId API_TOKEN_ALIVE = RuleId.of("TOK-04");
    public static final RuleId CIBA_REQUEST = RuleId.of("TOK-05");
    public static final RuleId AUTHORIZATION_REQUEST = RuleId.of("TOK-06");

    private Rules() {}
}

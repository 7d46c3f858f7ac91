package fr.accroche.compliance.rule;

/** When in the life of a solution a rule is judged. */
public enum Phase {
    DECLARE,
    PKI,
    HANDSHAKE,
    CONNECT,
    EXCHANGE,
    CREDENTIAL,
    BUSINESS,
    OPERATE
}

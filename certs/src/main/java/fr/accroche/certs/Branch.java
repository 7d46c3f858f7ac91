package fr.accroche.certs;

/** The two trees of the IGC-Santé: what one signs, the other never trusts (docs/sources.md, IGC-Santé samples). */
public enum Branch {
    TEST,
    PRODUCTION
}

package fr.accroche.certs;

/** The two trees of the IGC-Santé: what one signs, the other never trusts (certificates.md §1.1). */
public enum Branch {
    TEST,
    PRODUCTION
}

package fr.accroche.scenarios.lps;

/** An LPS broken on purpose: each makes it break one requirement of the chain, so that the judge can be proved on it. */
public enum LpsDefect {
    /** Proves itself to its proxy by another secret than the declared one. */
    PROVES_ITSELF_BY_ANOTHER_SECRET,
    /** Asks PSC to show a binding message that is no two-digit number. */
    SENDS_WORDS_AS_BINDING_MESSAGE,
    /** Sends a browser to PSC to log in, and wants it back at an address that it did not register. */
    LOGS_IN_FROM_AN_UNREGISTERED_ADDRESS,
    /** Sends its requests without any assertion. */
    OMITS_THE_ASSERTION,
    /** Names another professional in the assertion than the one who logged in. */
    NAMES_ANOTHER_PERSON,
    /** Changes a signed VIHF after signing it. */
    CHANGES_THE_VIHF_AFTER_SIGNING,
    /** Signs the VIHF with its TLS client certificate instead of its seal. */
    SIGNS_WITH_THE_CLIENT_CERTIFICATE,
    /** Sends an assertion made two hours ago. */
    SENDS_AN_OLD_ASSERTION,
    /** Says another version of itself than the declared one. */
    SAYS_ANOTHER_VERSION,
    /** Puts another software's number in its requests. */
    USES_THE_NUMBER_OF_ANOTHER_LPS,
    /** Puts the number of the non autonome add-on (EAI) that it uses in its requests, where that has one. */
    USES_THE_NUMBER_OF_ITS_EAI,
    /** Leaves IDAM out of ContexteLPS. */
    OMITS_THE_IDAM,
    /** Names the speciality in the Assertion PS as in CPS mode, which is taken all the same. */
    NAMES_THE_SPECIALITY_AS_BEFORE,
    /** Says in the Assertion PS that a card named the person, without saying which. */
    NAMES_THE_PERSON_AS_OF_A_CARD,
    /** Writes ContexteBAM of another version than the one in force. */
    WRITES_AN_OLD_CONTEXTE_BAM,
    /** Adds its number to the URL of its requests, as a query. */
    PUTS_ITS_NUMBER_IN_THE_URL,
    /** Leaves Secteur_Activite out of the VIHF. */
    OMITS_THE_SECTOR,
    /** Writes a VIHF of version 2.0, as the ROR takes it and the DMP does not. */
    WRITES_THE_VIHF_OF_ROR,
    /** Says how the person was authenticated by PSC's acr in place of a class of SAML. */
    SAYS_NO_AUTHENTICATION_CONTEXT,
    /** Gives a physician's profession without a speciality. */
    OMITS_THE_SPECIALITY,
    /** Asks about a patient whose INS has a wrong key. */
    MISTYPES_THE_INS,
    /** Asks the test DMP about a patient under the OID that INSi gave. */
    KEEPS_THE_OID_OF_INSI,
    /** Asks about another patient than the one in the VIHF. */
    ASKS_ABOUT_ANOTHER_PATIENT
}

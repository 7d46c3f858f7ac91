package fr.accroche.scenarios.lps;

/** An LPS broken on purpose: each makes it break one requirement of the chain, so that the judge can be proved on it. */
public enum LpsDefect {
    /** Proves itself to its proxy by another secret than the declared one. */
    PROVES_ITSELF_BY_ANOTHER_SECRET,
    /** Asks its proxy for a session of another client_id than its own. */
    NAMES_ANOTHER_CLIENT,
    /** Asks PSC for a professional whose number has a wrong digit. */
    MISTYPES_THE_NATIONAL_ID,
    /** Asks PSC to show a binding message that is no two-digit number. */
    SENDS_WORDS_AS_BINDING_MESSAGE,
    /** Sends a browser to PSC to log in, and wants it back at an address that it did not register. */
    LOGS_IN_FROM_AN_UNREGISTERED_ADDRESS,
    /** Sends a browser to PSC without a nonce. */
    LOGS_IN_WITHOUT_A_NONCE,
    /** Sends a browser to PSC with a code_challenge that is the code_verifier itself. */
    LOGS_IN_WITH_A_PLAIN_CHALLENGE,
    /** Sends its requests once more when the session is over. */
    SENDS_AFTER_DISCONNECTING,
    /** Sends its requests without any assertion. */
    OMITS_THE_ASSERTION,
    /** Sends to every téléservice the VIHF that the DMP wants. */
    SENDS_THE_VIHF_EVERYWHERE,
    /** Puts the assertion in the SOAP header beside wsse:Security, not into it. */
    PUTS_THE_ASSERTION_BESIDE_SECURITY,
    /** Proves itself to INSi by an Assertion PS where the structure's certificate speaks. */
    KEEPS_THE_ASSERTION_PS,
    /** Names another professional in the assertion than the one who logged in. */
    NAMES_ANOTHER_PERSON,
    /** Changes a signed VIHF after signing it. */
    CHANGES_THE_VIHF_AFTER_SIGNING,
    /** Signs the VIHF with its TLS client certificate instead of its seal. */
    SIGNS_WITH_THE_CLIENT_CERTIFICATE,
    /** Does not sign the VIHF. */
    LEAVES_THE_VIHF_UNSIGNED,
    /** Dates the assertion ten minutes ahead. */
    SENDS_AN_ASSERTION_OF_THE_FUTURE,
    /** Sends each request twice, each with the first one's assertion. */
    REUSES_THE_ASSERTION,
    /** Has a clock that is ten minutes slow. */
    HAS_A_SLOW_CLOCK,
    /** Sends an assertion made two hours ago. */
    SENDS_AN_OLD_ASSERTION,
    /** Says another version of itself than the declared one. */
    SAYS_ANOTHER_VERSION,
    /** Says a name that it is not sold under. */
    SAYS_AN_UNDECLARED_NAME,
    /** Leaves its number out of the VIHF. */
    OMITS_ITS_NUMBER_IN_THE_VIHF,
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
    /** Leaves identifiantFacturation empty in the Assertion PS. */
    OMITS_THE_BILLING_NUMBER,
    /** Writes the given name before the name in a search by traits, unlike the schema. */
    WRITES_TRAITS_OUT_OF_ORDER,
    /** Names another operation in the Content-Type field than in the message. */
    NAMES_ANOTHER_ACTION,
    /** Writes ContexteBAM of another version than the one in force. */
    WRITES_AN_OLD_CONTEXTE_BAM,
    /** Adds its number to the URL of its requests, as a query. */
    PUTS_ITS_NUMBER_IN_THE_URL,
    /** Gives a FINESS number in the VIHF without the digit that says that it is one. */
    WRITES_A_BARE_FINESS,
    /** Gives the profession in the VIHF by a code of a system of the LPS's own. */
    WRITES_ITS_OWN_ROLE_CODE,
    /** Gives a purpose of use that there is not. */
    WRITES_AN_UNKNOWN_PURPOSE,
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

package fr.accroche.proxy;

import java.util.Optional;

/**
 * What PSC gives once the professional has agreed.
 *
 * @param access exchanged once for each téléservice's token
 * @param id named at logout
 * @param sessionState PSC's session
 * @param subjectNameId the person, if the ID token says it
 */
record PscTokens(Token access, Token id, String sessionState, Optional<String> subjectNameId) {}

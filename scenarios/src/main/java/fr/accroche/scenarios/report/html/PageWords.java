package fr.accroche.scenarios.report.html;

import fr.accroche.compliance.text.Text;

/** What pages say and the other reports do not. */
public final class PageWords {

    public static final Text SKIP = Text.of("Aller au verdict", "Skip to the verdict");
    public static final Text CONTENTS = Text.of("Sommaire", "Contents");
    static final Text MADE_BY = Text.of("fait par", "made by");
    static final Text BEGUN = Text.of("commencé le", "begun at");
    static final Text REPLAY = Text.of("rejeu", "replay");
    static final Text ARCHITECTURE = Text.verbatim("architecture");
    static final Text NOTHING_WRONG =
            Text.of("Aucune règle n'est enfreinte ni à examiner.", "No rule is broken or to be reviewed.");
    static final Text SESSIONS = Text.verbatim("Sessions");
    static final Text NO_SESSION = Text.of("Aucun appel n'a été vu.", "No call was seen.");
    static final Text SESSION = Text.of("Session {0} : ", "Session {0}: ");
    static final Text BROKEN_CALLS = Text.of("appels qui enfreignent une règle : {0}", "calls that broke a rule: {0}");
    static final Text SHOWN =
            Text.of("Diagramme, appels ({0}) et certificats", "Diagram, calls ({0}) and certificates");
    static final Text DIAGRAM =
            Text.of("Échanges de la session {0}, appels {1} à {2}", "Exchanges of session {0}, calls {1} to {2}");
    static final Text DIAGRAM_SAYS = Text.of(
            "Diagramme de séquence : {0} appels entre {1}. Le tableau qui suit dit la même chose, avec les liens.",
            "Sequence diagram: {0} calls between {1}. The table that follows says the same, with the links.");
    static final Text DRAWN_AS = Text.of(
            "Diagramme : appels {0} à {1} comme ceux de la session {2}",
            "Diagram: calls {0} to {1} as those of session {2}");
    static final Text OTHERS_FINE = Text.of(
            "Les sessions sans appel qui enfreigne une règle n'ont pas de lien ici : {0}.",
            "Sessions without a call that broke a rule have no link here: {0}.");
    static final Text LEGEND = Text.of(
            "✓ et trait plein : l'appel a réussi. ✗ et trait épais : il enfreint la règle nommée. ! et tirets : a échoué sans enfreindre lui-même de règle, panne jouée sur demande, ou à examiner.",
            "✓ and a plain line: the call succeeded. ✗ and a thick line: it broke the rule that is named. ! and dashes: failed and broke no rule itself, a fault played on demand, or to be reviewed.");
    static final Text CALLS = Text.of("Appels de la session {0}", "Calls of session {0}");
    static final Text NUMBER = Text.of("n°", "no.");
    static final Text AFTER = Text.of("à", "at");
    static final Text FROM_TO = Text.of("de → à", "from → to");
    static final Text CALL = Text.of("appel", "call");
    static final Text ANSWER = Text.of("réponse", "answer");
    static final Text CERTIFICATE = Text.of("certificat client montré", "client certificate shown");
    static final Text JUDGED = Text.of("jugé", "judged");
    static final Text NOT_ASKED = Text.of("non demandé", "not asked for");
    static final Text ABSENT = Text.of("demandé, aucun", "asked for, none");
    static final Text FACTS = Text.of("Ce que l'appel {0} contenait ({1})", "What call {0} held ({1})");
    static final Text ALL_FACTS = Text.of("Ce que les appels contenaient ({0})", "What the calls held ({0})");
    static final Text SENTENCE = Text.of("refus", "refusal");
    static final Text CERTIFICATES =
            Text.of("Certificats montrés dans la session {0}", "Certificates shown in session {0}");
    static final Text SUBJECT = Text.of("sujet", "subject");
    static final Text ISSUER = Text.of("émetteur", "issuer");
    static final Text SERIAL = Text.of("numéro de série", "serial number");
    static final Text DIGEST = Text.of("empreinte SHA-256", "SHA-256 digest");
    static final Text DEFECTS = Text.of("défauts", "defects");
    static final Text NO_DEFECT = Text.of("aucun", "none");
    static final Text WHERE = Text.of("où", "where");
    static final Text TERSE = Text.of("ce que le service répond, sans plus", "what the service answers, and no more");
    static final Text WHICH_CALLS = Text.of("appels", "calls");
    static final Text WHICH_CALL = Text.of("session {0}, appel {1}", "session {0}, call {1}");
    static final Text AND_OTHERS = Text.of("et encore {0}", "and {0} more");
    static final Text WHY = Text.of("pourquoi", "why");
    static final Text WHAT = Text.of("endroit", "place");
    static final Text AGREES = Text.of("concorde", "agrees");
    static final Text YES = Text.of("✓ oui", "✓ yes");
    static final Text NO = Text.of("✗ non", "✗ no");
    public static final Text STATE = Text.of("état", "state");
    static final Text RULE = Text.of("règle", "rule");
    static final Text EVERY_ARCHITECTURE = Text.of("Toutes les architectures", "Every architecture");

    private PageWords() {}
}

package fr.accroche.compliance.obligation;

/** What a cell of the webinar's tables answers, in the slides' words. */
public enum Answer {
    OUI,
    NON,
    /** Non concerné: the slides' "NC". */
    NC
}

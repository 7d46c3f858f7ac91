package fr.accroche.scenarios.report;

/** Terminal colours, or none. */
public enum Paint {
    COLOURED,
    /** Where the output is no terminal, or NO_COLOR is set (no-color.org). */
    PLAIN;

    public String good(String text) {
        return wrap("32", text);
    }

    public String bad(String text) {
        return wrap("31", text);
    }

    public String strong(String text) {
        return wrap("1", text);
    }

    private String wrap(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}

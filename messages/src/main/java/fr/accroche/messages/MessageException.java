package fr.accroche.messages;

/**
 * Bytes are not the message that was asked for. The text is one line, says what was expected, and holds element names
 * but never values: a value may be a secret.
 */
public final class MessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final String reason;
    private final int line;
    private final int column;

    MessageException(String reason) {
        this(reason, 0, 0);
    }

    MessageException(String reason, int line, int column) {
        super((line > 0 ? "line " + line + ", column " + column + ": " : "") + oneLine(reason));
        this.reason = oneLine(reason);
        this.line = line;
        this.column = column;
    }

    /** Flat and short, whatever a hostile text put into it. */
    static String oneLine(String reason) {
        String flat = reason.replaceAll("[\\s\\p{Cc}]+", " ").strip();
        return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST) + "…";
    }

    /** What is wrong, without the place. */
    public String reason() {
        return reason;
    }

    /** From 1; 0 when the fault has no place in the text. */
    public int line() {
        return line;
    }

    /** From 1; 0 when the fault has no place in the text. */
    public int column() {
        return column;
    }
}

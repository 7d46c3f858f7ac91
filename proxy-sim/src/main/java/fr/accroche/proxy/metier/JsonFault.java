package fr.accroche.proxy.metier;

/**
 * One thing wrong with a JSON document. It says of what kind a value is, never the value: that may be a patient's.
 *
 * @param pointer where (RFC 6901); empty for the whole document
 * @param expected what the schema asks for
 * @param observed what was found
 */
public record JsonFault(String pointer, String expected, String observed) {

    /** In one line. */
    @Override
    public String toString() {
        return (pointer.isEmpty() ? "the body" : pointer) + ": expected " + expected + ", observed " + observed;
    }
}

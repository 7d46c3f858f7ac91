package fr.accroche.proxy;

/**
 * What a server behind the proxy did not do, in a call that goes on without it.
 *
 * @param what was to be done
 * @param why it was not
 */
record Failure(String what, Refused why) {

    /** In a few words, for the journal. */
    String terse() {
        return what + ": " + why.wire().terse();
    }
}

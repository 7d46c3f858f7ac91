package fr.accroche.wire.admin;

/** Something that a simulator keeps for a while: sessions, tokens, requests under way. */
public interface Held {

    /** How many there are. */
    int size();

    /** Forgets them all. */
    void clear();
}

package fr.accroche.wire.json;

/** A JSON {@code null}: a member that is there and holds nothing, which is not an absent member. */
public record JsonNull() implements Json {}

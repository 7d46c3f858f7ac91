package fr.accroche.messages;

/** Whom a request is about: an identity that is known, or what to find one by. */
public sealed interface Patient permits Ins, Traits, VitaleCard {}

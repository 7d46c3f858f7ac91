package fr.accroche.proxy;

/** Decides on one kind of call from its head: whether its body goes further, and where to. */
@FunctionalInterface
interface RelayEndpoint {
    Outcome<Onward> decide(Call call);
}

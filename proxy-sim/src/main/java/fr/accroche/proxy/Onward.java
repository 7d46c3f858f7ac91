package fr.accroche.proxy;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.WireClient;

/**
 * A call whose body goes on to a téléservice as it comes.
 *
 * @param client over whose connections
 * @param head the request without its body
 * @param permit the circuit breaker's
 */
record Onward(WireClient client, ClientRequest head, CircuitBreaker.Permit permit) {}

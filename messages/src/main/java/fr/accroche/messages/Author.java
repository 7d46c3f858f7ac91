package fr.accroche.messages;

import java.util.Objects;

/**
 * In whose name a business request is written.
 *
 * @param clientId of the software; the Issuer of an unsigned assertion is {@code CN=} this
 * @param person the professional
 * @param activity in which the professional acts
 * @param lps the software: the LPS, whoever writes the request
 */
public record Author(String clientId, Person person, Activity activity, LpsIdentity lps) {
    public Author {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(lps, "lps");
    }
}

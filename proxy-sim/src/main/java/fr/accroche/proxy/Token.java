package fr.accroche.proxy;

import java.util.Objects;

/**
 * A secret that opens something: kept out of every log.
 *
 * @param value as it is on the wire
 */
record Token(String value) {
    Token {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}

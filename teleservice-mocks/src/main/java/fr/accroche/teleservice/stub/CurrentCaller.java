package fr.accroche.teleservice.stub;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The caller of the call that this thread serves. WireMock hands its extensions a copy of the request, which has lost what
 * came with it; it matches and renders on the thread that calls it.
 */
final class CurrentCaller {

    private final ThreadLocal<Caller> current = new ThreadLocal<>();

    <T> T during(Caller caller, Supplier<T> work) {
        current.set(caller);
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }

    /** Empty where WireMock's admin API looks for requests of the past. */
    Optional<Caller> get() {
        return Optional.ofNullable(current.get());
    }
}

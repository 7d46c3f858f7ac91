package fr.accroche.teleservice.stub;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The caller of the call that this thread serves. WireMock hands its extensions a copy of the request, which has lost what
 * came with it; it matches and renders on the thread that calls it.
 */
final class CurrentCaller {

    private final ThreadLocal<Call> current = new ThreadLocal<>();

    /** What a call asks for is read once, however many stubs want to know it. */
    private static final class Call {

        private final Caller caller;
        private Optional<String> payload;

        private Call(Caller caller) {
            this.caller = caller;
        }
    }

    <T> T during(Caller caller, Supplier<T> work) {
        current.set(new Call(caller));
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }

    /** Empty where WireMock's admin API looks for requests of the past. */
    Optional<Caller> get() {
        return Optional.ofNullable(current.get()).map(call -> call.caller);
    }

    /** What the call asks for; read by this at most once in a call. */
    Optional<String> payload(Supplier<Optional<String>> reading) {
        Call call = current.get();
        if (call == null) {
            return reading.get();
        }
        if (call.payload == null) {
            call.payload = reading.get();
        }
        return call.payload;
    }
}

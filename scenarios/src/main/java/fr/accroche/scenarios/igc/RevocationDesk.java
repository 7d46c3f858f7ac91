package fr.accroche.scenarios.igc;

import fr.accroche.certs.Branch;
import fr.accroche.certs.CertificateFileException;
import fr.accroche.certs.IgcAuthority;
import fr.accroche.certs.OcspState;
import fr.accroche.certs.RevocationListState;
import fr.accroche.certs.RevocationRegister;
import fr.accroche.wire.Form;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.json.JsonObject;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code /__accroche/revocation}: the states of what the test IGC-Santé publishes, for whoever tests. GET shows them. POST
 * sets some and answers 204: {@code certificate} (a declared client_id, or a serial number in hexadecimal) with {@code
 * state=good|revoked}; {@code crl=fresh|expired|missing} of {@code authority=ACI-EL-ORG|ACR-EL}, the former unless said;
 * {@code ocsp=answering|unknown|try-later|silent}; all of one {@code branch=test|production}, the chain's unless said. A form
 * that is wrong somewhere changes nothing.
 */
public final class RevocationDesk {

    private static final List<String> NAMES = List.of("branch", "certificate", "state", "authority", "crl", "ocsp");
    private static final String SERIAL = "(0[xX])?[0-9A-Fa-f:]{1,60}";

    private final RevocationRegister register;
    private final Branch usual;
    private final Function<String, Optional<BigInteger>> clients;

    /**
     * @param usual the chain's branch
     * @param clients the serial number of a client_id's certificate
     */
    public RevocationDesk(RevocationRegister register, Branch usual, Function<String, Optional<BigInteger>> clients) {
        this.register = register;
        this.usual = usual;
        this.clients = clients;
    }

    private enum State {
        GOOD,
        REVOKED
    }

    Response show(Request request) {
        JsonObject states = JsonObject.EMPTY;
        for (Branch branch : Branch.values()) {
            states = states.with(wireName(branch), states(branch));
        }
        return Response.of(200, "application/json", states.compact() + "\n");
    }

    private JsonObject states(Branch branch) {
        JsonObject lists = JsonObject.EMPTY;
        for (IgcAuthority authority : IgcAuthority.values()) {
            lists = lists.with(authority.label(), wireName(register.listState(branch, authority)));
        }
        List<JsonObject> revoked = register.revoked(branch).entrySet().stream()
                .map(each -> JsonObject.EMPTY
                        .with("serial", each.getKey().toString(16))
                        .with("since", each.getValue().toString()))
                .toList();
        return JsonObject.EMPTY
                .with("ocsp", wireName(register.ocsp(branch)))
                .with("crl", lists)
                .with("revoked", revoked);
    }

    Response change(Request request) {
        try {
            Runnable change = change(Form.parse(request.text()));
            change.run();
            return Response.of(204);
        } catch (IllegalArgumentException wrong) {
            return new Problem(400, wrong.getMessage()).response();
        } catch (CertificateFileException notKept) {
            return new Problem(500, notKept.getMessage()).response();
        }
    }

    private Runnable change(Form form) {
        if (!NAMES.containsAll(form.names()) || !form.repeated().isEmpty()) {
            throw new IllegalArgumentException("expected each once, and no other, of " + String.join(", ", NAMES));
        }
        Branch branch = choice(form, "branch", Branch.values(), RevocationDesk::wireName)
                .orElse(usual);
        IgcAuthority authority = choice(form, "authority", IgcAuthority.values(), IgcAuthority::label)
                .orElse(IgcAuthority.INTERMEDIATE);
        Optional<State> state = choice(form, "state", State.values(), RevocationDesk::wireName);
        Optional<BigInteger> serial = form.first("certificate").map(this::serial);
        Optional<RevocationListState> list =
                choice(form, "crl", RevocationListState.values(), RevocationDesk::wireName);
        Optional<OcspState> ocsp = choice(form, "ocsp", OcspState.values(), RevocationDesk::wireName);
        if (serial.isPresent() != state.isPresent()) {
            throw new IllegalArgumentException("certificate and state go together");
        }
        if (serial.isEmpty() && list.isEmpty() && ocsp.isEmpty()) {
            throw new IllegalArgumentException("expected certificate and state, crl, or ocsp");
        }
        return () -> {
            serial.ifPresent(number -> set(branch, number, state.orElseThrow()));
            list.ifPresent(each -> register.set(branch, authority, each));
            ocsp.ifPresent(each -> register.set(branch, each));
        };
    }

    private void set(Branch branch, BigInteger serial, State state) {
        if (state == State.REVOKED) {
            register.revoke(branch, serial);
        } else {
            register.restore(branch, serial);
        }
    }

    private BigInteger serial(String certificate) {
        return clients.apply(certificate).orElseGet(() -> {
            String digits = certificate.replaceFirst("^0[xX]", "").replace(":", "");
            if (!certificate.matches(SERIAL) || digits.isEmpty()) {
                throw new IllegalArgumentException(
                        "certificate is a declared client_id, or a serial number in hexadecimal");
            }
            return RevocationRegister.serial(new BigInteger(digits, 16));
        });
    }

    private static <E> Optional<E> choice(Form form, String name, E[] choices, Function<E, String> wireName) {
        Optional<String> given = form.first(name);
        Optional<E> chosen = given.flatMap(word -> Arrays.stream(choices)
                .filter(each -> wireName.apply(each).equals(word))
                .findFirst());
        if (given.isPresent() && chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " is " + Arrays.stream(choices).map(wireName).collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.teleservice.LpsRegister.DeclaredNumber;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Wants the number that the token's client is registered with (IDN-06, docs/sources.md, DMP and INSi samples): this
 * is where the identity in the token and the identity in the request meet.
 *
 * @param register who stands behind each client
 * @param service whose numbers
 * @param clock on whose day the number counts
 */
record NumberGuard(LpsRegister register, Teleservice service, InstantSource clock) {

    /**
     * Compares.
     *
     * @param error the service's fault, for software that is unknown or is another's
     */
    void check(
            Call call,
            String number,
            String where,
            Optional<ActiveToken> token,
            Function<FaultCause, WireError> error) {
        Optional<String> client = token.flatMap(ActiveToken::client);
        if (client.isEmpty()) {
            return;
        }
        Optional<DeclaredNumber> declared = register.row(client.get()).flatMap(row -> row.number(service));
        List<DeclaredNumber> own = Stream.of(
                        declared, Optional.ofNullable(register.testNumbers().get(client.get())))
                .flatMap(Optional::stream)
                .filter(known -> known.value().value().equals(number))
                .toList();
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!own.isEmpty() && own.stream().noneMatch(known -> known.validity().holds(day))) {
            call.refuse(outOfDate(
                    own.get(0), new Observed(day.toString(), where), error.apply(FaultCause.SOFTWARE_UNKNOWN)));
        }
        if (own.isEmpty()) {
            FaultCause cause = isKnown(number) ? FaultCause.SOFTWARE_DIFFERS : FaultCause.SOFTWARE_UNKNOWN;
            call.refuse(foreign(
                    client.get(), declared, new Observed(Fact.LPS_NUMBER.redact(number), where), error.apply(cause)));
        }
    }

    /** Whether it is any software's, for this service. */
    private boolean isKnown(String number) {
        return Stream.concat(
                        register.rows().values().stream().flatMap(row -> row.number(service).stream()),
                        register.testNumbers().values().stream())
                .anyMatch(known -> known.value().value().equals(number));
    }

    private static Refusal outOfDate(DeclaredNumber number, Observed day, WireError error) {
        Observed expected = new Observed(number.validity().toString(), number.where());
        return Refusal.of(
                Level.CREDENTIAL,
                Rules.NUMBER_OF_CLIENT,
                Text.of(
                                "ce numéro est celui du logiciel, mais n'a cours que sur {0}, et nous sommes le {1}",
                                "this number is the software's own, but counts on the days {0} only, and today is {1}")
                        .with(expected.value(), day.value()),
                expected,
                day,
                error);
    }

    private Refusal foreign(String client, Optional<DeclaredNumber> declared, Observed seen, WireError error) {
        Observed expected = declared.map(number ->
                        new Observed(Fact.LPS_NUMBER.redact(number.value().value()), number.where()))
                .orElse(new Observed("—", "register/" + service.label()));
        return Refusal.of(
                Level.CREDENTIAL,
                Rules.NUMBER_OF_CLIENT,
                Text.of(
                                "le numéro {0} n'est pas celui du logiciel de {1} pour {2} ({3}). Mettez le numéro du LPS, pas"
                                        + " celui d'un autre composant",
                                "the number {0} is not the one of {1}'s software for {2} ({3}). Put the LPS's number, not"
                                        + " another component's")
                        .with(seen.value(), Call.cut(client), service.label(), expected.value()),
                expected,
                seen,
                error);
    }
}

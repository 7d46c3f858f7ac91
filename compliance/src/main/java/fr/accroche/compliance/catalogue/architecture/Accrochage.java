package fr.accroche.compliance.catalogue.architecture;

import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Pmt;
import fr.accroche.compliance.obligation.Dossier;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far one client_id is on its way to the CNDA's test environments.
 *
 * @param operation the client_id
 * @param path where its way is declared
 * @param pmt its way
 */
record Accrochage(Operation operation, String path, Pmt pmt) {

    /** Of every client_id that declares its own. */
    static Stream<Accrochage> all(Dossier dossier) {
        return dossier.declaration().operations().stream()
                .flatMap(operation -> operation
                        .pmt()
                        .map(pmt ->
                                new Accrochage(operation, dossier.declaration().path(operation) + ".pmt", pmt))
                        .stream());
    }

    /** The days of its steps, in the order of the webinar's sequence. */
    Stream<Optional<LocalDate>> steps() {
        return Stream.of(pmt.validatedOn(), pmt.declaredOn(), pmt.configuredOn(), pmt.firstAuthenticationOn());
    }

    /** Where it stands, step by step. */
    Text told() {
        return Text.of(
                        "PMT validé : {0} ; déclaré au CNDA : {1} ; environnement de test configuré : {2} ; première authentification : {3}",
                        "PMT validated: {0}; declared to the CNDA: {1}; test environment configured: {2}; first authentication: {3}")
                .with(steps().map(day -> day.map(LocalDate::toString).orElse("—"))
                        .toArray());
    }
}

package fr.accroche.scenarios.lps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.ProxyEsante.Mode;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.messages.VihfForm;
import fr.accroche.proxy.metier.BusinessOperation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever sits before the LPS, a métier proxy takes its requests: the schemas know every kind of professional. */
class LpsRequestsTest {

    private static final Clock CLOCK = Clock.systemUTC();

    static Stream<SeatedPerson> everyActivity() {
        return Professionals.known().stream()
                .filter(person -> !person.situations().isEmpty())
                .flatMap(LpsRequestsTest::activities);
    }

    private static Stream<SeatedPerson> activities(Professional person) {
        return IntStream.range(0, person.situations().size()).mapToObj(place -> new SeatedPerson(person, place));
    }

    @ParameterizedTest
    @MethodSource("everyActivity")
    void everyRequestIsAsItsSchemaHasIt(SeatedPerson person) throws Exception {
        LpsProfile profile = profile(person);
        LpsRequests requests =
                new LpsRequests(profile, new LpsMessages(profile, CLOCK, UUID::randomUUID), CLOCK, UUID::randomUUID);

        assertThat(BusinessOperation.values())
                .allSatisfy(operation -> assertThat(operation.faults(requests.request(operation)))
                        .as(person.professional().alias() + " " + operation)
                        .isEmpty());
    }

    private static LpsProfile profile(SeatedPerson person) throws Exception {
        Declaration declaration = DeclarationReader.read(
                "accroche.yaml", ShippedDeclaration.NON_AUTONOME_DANS_PROXY.yaml(), LocalDate.now(CLOCK));
        Operation operation = declaration.operations().get(0);
        return new LpsProfile(
                operation,
                Mode.METIER,
                declaration.lps(operation),
                List.of(),
                declaration.teleservices(operation),
                declaration.environment(),
                declaration.settings().teleservices().insi().authentication(),
                person,
                null,
                null,
                VihfForm.INDIRECTE,
                Set.of(),
                Optional.empty());
    }
}

package fr.accroche.scenarios.chain;

import fr.accroche.certs.TestIgc.KeySizes;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.InMemoryJournal;
import fr.accroche.teleservice.stub.Stubs;
import fr.accroche.wire.admin.MovableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A second chain, whose simulators stand for the vendor's own servers. */
public record Theirs(Chain chain, InMemoryJournal journal) implements AutoCloseable {

    /** Where authorities of their own are. */
    public static final Path ELSEWHERE = Path.of("target", "work-theirs").toAbsolutePath();

    private static final KeySizes SMALL = new KeySizes(2048, 2048);

    public static WorkFolder elsewhere(MovableClock clock) {
        return WorkFolder.in(ELSEWHERE, clock, SMALL);
    }

    public static Theirs start(WorkFolder folder, MovableClock clock, String... settings) throws DeclarationException {
        InMemoryJournal journal = new InMemoryJournal(10_000);
        Declaration declaration = declared(settings);
        Chain chain = Chain.start(
                ChainPlan.sound(declaration),
                declaration.operations().get(0),
                new Chain.Surround(folder, Ports.FREE, Stubs.NONE, journal, clock, new SecureRandom()));
        return new Theirs(chain, journal);
    }

    /** The integrated proxy's declaration, with more sections. */
    public static Declaration declared(String... sections) throws DeclarationException {
        String yaml = ShippedDeclaration.PROXY_INTEGRE.text() + "\n"
                + Arrays.stream(sections).map(each -> each + "\n").collect(Collectors.joining());
        return DeclarationReader.read("accroche.yaml", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.now());
    }

    /** Declares servers of this chain as the vendor's: {@code psc}, {@code authorizationServer}… */
    public String declare(List<String> participants, String more) {
        return "participants:\n"
                + participants.stream()
                        .map(each -> "  " + declare(each, more) + "\n")
                        .collect(Collectors.joining());
    }

    private String declare(String participant, String more) {
        String where = switch (participant) {
            case "psc" -> "url: '" + chain.uri(Participant.PSC) + "'";
            case "credentialApi" -> "url: '" + chain.uri(Participant.CREDENTIAL_API) + "'";
            case "authorizationServer" ->
                urls(service -> chain.uri(Participant.API_PSC)
                        .resolve("/realms/" + service.route() + "/protocol/openid-connect/token"));
            case "teleservices" -> urls(service -> Listening.above(chain.uri(Participant.of(service))));
            default -> throw new IllegalArgumentException(participant);
        };
        return participant + ": { mode: external, " + where + more + " }";
    }

    private interface Address {
        URI of(Teleservice service);
    }

    private static String urls(Address address) {
        return Stream.of(Teleservice.DMP, Teleservice.INSI, Teleservice.ON, Teleservice.CONFORMITE)
                .map(service -> (service == Teleservice.CONFORMITE ? "conformite" : service.label()) + ": '"
                        + address.of(service) + "'")
                .collect(Collectors.joining(", ", "urls: { ", " }"));
    }

    @Override
    public void close() {
        chain.close();
    }
}

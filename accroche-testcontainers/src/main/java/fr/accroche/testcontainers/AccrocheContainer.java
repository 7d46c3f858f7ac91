package fr.accroche.testcontainers;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * The whole chain in a container, for a test of a proxy or an LPS that is on this machine or in another container: its addresses, its
 * certificates, and what it says of the program that called it. Several stand side by side, each with ports of its own.
 *
 * <p>PSC's issuer and the servers' certificates name a host and ports, and a client compares both with what it called (OpenID Connect
 * Discovery 1.0 §4.3, RFC 9110 §4.3.4). So a port is the same on both sides of the container: a block of nine that is free.
 */
public final class AccrocheContainer extends GenericContainer<AccrocheContainer> {

    private static final String DECLARATION = "/config/accroche.yaml";
    private static final String WORK = "/certs";
    private static final String TRUST = WORK + "/certs/trust.pem";
    private static final String LOCAL = "localhost";

    /** Another program may take a port between the look and the start. */
    private static final int ATTEMPTS = 3;

    private final List<String> options = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private PortBlock ports;
    private boolean portsGiven;

    /** On the image of this version, {@code accroche:VERSION}, from this machine: it is not pulled from anywhere. */
    public AccrocheContainer() {
        this(LocalImage.NAME);
        withImagePullPolicy(name -> false);
    }

    /** On another image, wherever it is pulled from; of this version, or its doors may be others. */
    public AccrocheContainer(DockerImageName image) {
        super(image);
        waitingFor(new Readiness());
    }

    /**
     * The vendor's own {@code accroche.yaml} (docs/declaration.md). A file that it names by a relative path is to be copied beside it:
     * {@code withCopyFileToContainer(MountableFile.forHostPath("…"), "/config/…")}.
     */
    public AccrocheContainer withDeclaration(Path declaration) {
        return withCopyFileToContainer(MountableFile.forHostPath(declaration, 0644), DECLARATION);
    }

    /** One of the architectures that come with accroche, as {@code accroche init --list} names it. */
    public AccrocheContainer withArchitecture(String name) {
        return withOptions("--architecture", name);
    }

    /** Any other options of {@code accroche up}, for example {@code --ecps ask}. */
    public AccrocheContainer withOptions(String... more) {
        options.addAll(List.of(more));
        return self();
    }

    /**
     * Called by this name, which then stands in every address that the chain gives, instead of the host of the engine: for a proxy in
     * another container of the same network, the alias of this one. It has to lead here from wherever it is called.
     */
    public AccrocheContainer calledAs(String name) {
        names.add(name);
        return self();
    }

    /** At nine ports from this one on, instead of a free block: for an address that has to be known beforehand. */
    public AccrocheContainer withPorts(int first) {
        ports = new PortBlock(first);
        portsGiven = true;
        return self();
    }

    /**
     * With the authorities, certificates and keys that this volume of the engine holds, which are made once: later
     * chains do not wait for them. Several may share it.
     */
    public AccrocheContainer withKeysIn(String volume) {
        Bind keys = Bind.parse(volume + ":" + WORK);
        // beside those of files: among them, Testcontainers would pull an image to see whether files can be bound
        return withCreateContainerCmdModifier(command -> {
            HostConfig host = command.getHostConfig();
            host.withBinds(
                    Stream.concat(Stream.of(host.getBinds()), Stream.of(keys)).toArray(Bind[]::new));
        });
    }

    @Override
    protected void configure() {
        String host = getHost();
        if (!portsGiven) {
            ports = PortBlock.free(new SecureRandom());
        }
        setExposedPorts(ports.all().toList());
        String at = host.equals(LOCAL) ? "127.0.0.1:" : ""; // whoever reaches the ports commands the chain
        setPortBindings(ports.all().map(port -> at + port + ":" + port + "/tcp").toList());
        List<String> command = new ArrayList<>(List.of("up", "--bind", "0.0.0.0", "--ports", "" + ports.first()));
        command.add("--host");
        command.add(String.join(
                ",", Stream.concat(names.stream(), Stream.of(host)).distinct().toList()));
        command.add("--lang");
        command.add(Locale.getDefault().getLanguage().equals(Locale.FRENCH.getLanguage()) ? "fr" : "en");
        command.addAll(options);
        setCommand(command.toArray(String[]::new));
    }

    @Override
    protected void doStart() {
        for (int left = portsGiven ? 1 : ATTEMPTS; ; left--) {
            try {
                super.doStart();
                return;
            } catch (ContainerLaunchException failed) {
                if (left == 1 || !PortBlock.taken(failed)) {
                    throw failed;
                }
            }
        }
    }

    /** Where everything is; only once started. */
    public ChainAddresses addresses() {
        return ChainAddresses.of(doors().addresses());
    }

    /** PSC, as its tokens name it; OpenID Connect Discovery leads on from there. */
    public URI pscIssuer() {
        return addresses().issuer();
    }

    /** The root of the simulators' certificates, as PEM. */
    public String caPem() {
        return copyFileFromContainer(TRUST, file -> new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }

    /**
     * The certificate that a declared client_id is to present.
     *
     * @throws DoorException if it is not declared
     */
    public IssuedCertificate clientCertificate(String clientId) {
        return doors().certificate("clientId", clientId);
    }

    /**
     * One as its authority delivers it to whoever orders it, right or wrong for this chain, which trusts it.
     *
     * @param clientId the CN
     * @param idNatStruct the OU
     * @throws DoorException if no structure has such a number
     */
    public IssuedCertificate issueClientCertificate(String clientId, String idNatStruct) {
        return doors().certificate("clientId", clientId, "idNatStruct", idNatStruct);
    }

    /** A server certificate for a host, for a proxy under test to show to its LPS. */
    public IssuedCertificate issueServerCertificate(String host) {
        return doors().certificate("host", host);
    }

    /**
     * A whole session of the simulated LPS of a declared client_id: through the proxy of the chain, or the one that the declaration
     * names. It lasts as long as the professional takes to approve.
     *
     * @return what was seen so far, and its judgement
     * @throws DoorException if it is not declared, or the proxy cannot be reached
     */
    public ChainVerdict rehearse(String clientId) {
        doors().session(clientId);
        return verdict();
    }

    /** What was seen so far is judged, by the chain. */
    public ChainVerdict verdict() {
        return ChainVerdict.of(doors().verdict());
    }

    /** Begins anew: nothing seen, no fault to come, the clock where it was. */
    public void forget() {
        doors().forget();
    }

    private Doors doors() {
        return new Doors(URI.create("http://" + getHost() + ":" + getMappedPort(ports.last())));
    }
}

package fr.accroche.scenarios.chain;

import fr.accroche.certs.CertificateFiles;
import fr.accroche.certs.SubjectName;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.LpsAuthentication;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.declaration.SubjectDn;
import fr.accroche.proxy.LpsProof;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireClient;
import fr.accroche.wire.WireRuntime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the LPS of a chain and its proxy know each other, by what is declared. */
public final class LpsAccess {

    private static final Duration PROFESSIONAL = Duration.ofMinutes(3);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);

    private final Declaration declaration;
    private final ChainTls tls;
    private final Certificates certificates;
    private final WireRuntime runtime;

    LpsAccess(Declaration declaration, ChainTls tls, Certificates certificates, WireRuntime runtime) {
        this.declaration = declaration;
        this.tls = tls;
        this.certificates = certificates;
        this.runtime = runtime;
    }

    /** The proxy's listener: it asks for a client certificate only where an LPS has to prove itself by one. */
    ServerSettings server() {
        boolean byCertificate = declaration.operations().stream().anyMatch(Certificates::ofLps);
        return byCertificate
                ? tls.server(Participant.PROXY, false)
                : tls.server(Participant.PROXY, new ClientAuthentication.None());
    }

    /** What the proxy asks of the LPS of each client_id. */
    Map<String, LpsProof> proofs() {
        Map<String, LpsProof> proofs = new HashMap<>();
        for (Operation operation : declaration.operations()) {
            LpsAuthentication declared = operation.lpsAuthentication();
            if (declared instanceof LpsAuthentication.Secret secret) {
                proofs.put(
                        operation.clientId().value(),
                        new LpsProof.Secret(secret.secret().value()));
            } else if (declared instanceof LpsAuthentication.Certificate certificate) {
                proofs.put(operation.clientId().value(), new LpsProof.Certificate(subject(operation, certificate)));
            }
        }
        return proofs;
    }

    private SubjectName subject(Operation operation, LpsAuthentication.Certificate declared) {
        return declared.subject()
                .map(SubjectDn::value)
                .map(SubjectName::parse)
                .orElseGet(() ->
                        SubjectName.of(certificates.lps(operation).certificate().getSubjectX500Principal()));
    }

    /** The connection of the LPS of this client_id to the proxy: with the certificate that it proves itself by, if it does. */
    public WireClient connection(Operation operation) {
        ClientSettings settings = settings(operation);
        return external().isPresent()
                ? WireClient.plainOnThisMachine(runtime, settings)
                : new WireClient(runtime, settings);
    }

    /** The same, for a first look: nobody is waited for. */
    public WireClient probing(Operation operation) {
        return WireClient.plainOnThisMachine(runtime, settings(operation).waiting(FIRST_LOOK));
    }

    /** To the vendor's proxy by what is declared of it; a proxy may wait for a professional as long as PSC lets it, and at one of
     * the vendor's a person answers. */
    ClientSettings settings(Operation operation) {
        ClientSettings bare = tls.client();
        ClientSettings own = Certificates.ofLps(operation) ? bare.presenting(certificates.lps(operation)) : bare;
        return external()
                .map(proxy -> PeerTls.settings(own, proxy.files()).waiting(PROFESSIONAL))
                .orElse(declaration.participants().psc().isPresent() ? own.waiting(PROFESSIONAL) : own);
    }

    private Optional<Participants.Proxy> external() {
        return declaration.participants().proxy();
    }

    /** The files of that certificate; empty where it proves itself otherwise, or not at all. */
    public Optional<CertificateFiles> files(Operation operation) {
        return Certificates.ofLps(operation) ? Optional.of(certificates.lpsFiles(operation)) : Optional.empty();
    }
}

package fr.accroche.scenarios.chain;

import fr.accroche.certs.SubjectName;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.LpsAuthentication;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.SubjectDn;
import fr.accroche.proxy.LpsProof;
import fr.accroche.wire.ClientAuthentication;
import fr.accroche.wire.ClientSettings;
import fr.accroche.wire.ServerSettings;
import java.util.HashMap;
import java.util.Map;

/**
 * How the LPS of a chain and its proxy know each other, by what is declared.
 *
 * @param declaration what is declared
 * @param tls how servers listen
 * @param certificates those of the chain
 */
record LpsAccess(Declaration declaration, ChainTls tls, Certificates certificates) {

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

    /** How the LPS of this client_id connects to the proxy. */
    ClientSettings client(Operation operation) {
        return Certificates.ofLps(operation) ? tls.client().presenting(certificates.lps(operation)) : tls.client();
    }
}

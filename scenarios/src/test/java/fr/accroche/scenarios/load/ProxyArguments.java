package fr.accroche.scenarios.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What the proxy's own process is told on its command line: files and addresses, no secret.
 *
 * @param work the folder of the chain's authorities
 * @param server PKCS#12 that the proxy shows to LPS
 * @param client PKCS#12 that it shows to the servers behind it
 * @param lps certificate, in PEM, of the LPS that it serves
 * @param clientId whose they are
 * @param discovery of PSC
 * @param tokenEndpoint of the téléservice's authorization server
 * @param backend where the téléservice's stand-in is
 */
record ProxyArguments(
        Path work, Path server, Path client, Path lps, String clientId, URI discovery, URI tokenEndpoint, URI backend) {

    static ProxyArguments of(String... line) {
        return new ProxyArguments(
                Path.of(line[0]),
                Path.of(line[1]),
                Path.of(line[2]),
                Path.of(line[3]),
                line[4],
                URI.create(line[5]),
                URI.create(line[6]),
                URI.create(line[7]));
    }

    List<String> line() {
        return List.of(
                work.toString(),
                server.toString(),
                client.toString(),
                lps.toString(),
                clientId,
                discovery.toString(),
                tokenEndpoint.toString(),
                backend.toString());
    }
}

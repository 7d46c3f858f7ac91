package fr.accroche.scenarios.configuration;

import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.ProxyAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the vendor's proxy is configured with to stand in a chain, written as the ANS demonstrator's {@code application.yml}
 * (docs/sources.md, ANS proxy); another proxy takes the same addresses and files in its own way.
 *
 * @param addresses of the chain
 * @param certificates the PKCS#12 of each client_id
 * @param password of those
 * @param trust a PKCS#12 truststore with the chain's authority
 */
public record ProxyConfiguration(
        ProxyAddresses addresses, Map<String, Path> certificates, String password, Path trust) {

    private static final Text HEAD = Text.of(
            "# à coller dans l'application.yml de votre proxy (forme du démonstrateur de l'ANS) ; un autre prend les mêmes adresses et fichiers",
            "# to paste into your proxy's application.yml (as the ANS demonstrator has it); another takes the same addresses and files");
    private static final Text TRUST = Text.of(
            "# autorités de la chaîne, pour sa machine Java :", "# the chain's authorities, for its Java machine:");

    public ProxyConfiguration {
        certificates = Collections.unmodifiableMap(new LinkedHashMap<>(certificates));
    }

    /** What is to be saved, in UTF-8. */
    public String text(Language language) {
        StringBuilder text = new StringBuilder();
        text.append(HEAD.in(language)).append("\npsc:\n");
        text.append("  discoveryURL: ").append(quoted(addresses.discovery())).append('\n');
        text.append("  clients:\n");
        certificates.forEach((client, file) -> text.append("    ")
                .append(quoted(client))
                .append(":\n")
                .append("      type: MTLS\n")
                .append("      secret: ")
                .append(quoted(password))
                .append('\n')
                .append("      file: ")
                .append(quoted(file))
                .append('\n'));
        text.append("spring:\n  cloud:\n    gateway:\n      routes:\n");
        addresses.routes().forEach((service, route) -> text.append(route(service.route(), route)));
        text.append(TRUST.in(language)).append('\n');
        text.append("#   -Djavax.net.ssl.trustStore=")
                .append(trust)
                .append(" -Djavax.net.ssl.trustStorePassword=")
                .append(password)
                .append('\n');
        return text.toString();
    }

    /** A gateway takes scheme, host and port of {@code uri} alone: a path is put before what is left of the request's. */
    private static String route(String name, ProxyAddresses.Route route) {
        URI target = route.target();
        String path = target.getRawPath() == null ? "" : target.getRawPath();
        String prefix = path.isEmpty() || path.equals("/") ? "" : ", " + quoted("PrefixPath=" + path);
        return "        - id: " + name + "\n"
                + "          uri: " + quoted(target.getScheme() + "://" + target.getRawAuthority()) + "\n"
                + "          predicates: [ " + quoted("Path=/send/" + name + "/**") + " ]\n"
                + "          filters: [ \"StripPrefix=2\"" + prefix + " ]\n"
                + "          metadata:\n"
                + "            token-exchange-endpoint: " + quoted(route.token()) + "\n";
    }

    private static String quoted(Object value) {
        return "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

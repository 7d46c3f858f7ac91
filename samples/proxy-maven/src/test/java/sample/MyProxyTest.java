package sample;

import static fr.accroche.junit.AccrocheAssertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.accroche.junit.Accroche;
import fr.accroche.junit.AccrocheChain;
import fr.accroche.junit.Material;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@Accroche(architecture = "proxy-integre", ownProxy = true)
class MyProxyTest {

    private static final String CLIENT = "alpha-edc-bas";

    @Test
    void conforms(AccrocheChain chain) throws Exception {
        HttpServer proxy = SmallProxy.start(
                CLIENT, chain.addresses().discovery(), routes(chain), certificate(chain).sslContext());
        try {
            URI uri = URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
            assertThat(chain.rehearse(uri, CLIENT)).isConforming();
        } finally {
            proxy.stop(0);
        }
    }

    private static Map<String, SmallProxy.Route> routes(AccrocheChain chain) {
        return chain.addresses().routes().entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().route(),
                        each -> new SmallProxy.Route(each.getValue().token(), each.getValue().target())));
    }

    /** The right one; or with {@code -Dstructure=…} one of another structure, as a wrong order brings it. */
    private static Material certificate(AccrocheChain chain) {
        String structure = System.getProperty("structure", "");
        return structure.isEmpty() ? chain.client(CLIENT) : chain.issueClientCertificate(CLIENT, structure);
    }
}

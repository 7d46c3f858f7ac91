// Client HTTPS de Java avec un certificat client · Java's HTTPS client with a client certificate
// java -Dfile.encoding=UTF-8 ClientExample.java

import java.io.File;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

public class ClientExample {

    private static final Path KEYSTORE = Path.of({{p12}});
    private static final Path PASSWORD_FILE = Path.of({{password-file}});
    private static final File TRUSTSTORE = new File({{truststore}});
    private static final URI URL = URI.create({{url}});

    public static void main(String[] args) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(context()).build();
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(URL).build(), HttpResponse.BodyHandlers.ofString());
        System.out.println(response.statusCode());
        System.out.println(response.body());
    }

    private static SSLContext context() throws Exception {
        char[] password;
        try (var lines = Files.lines(PASSWORD_FILE)) {
            password = lines.findFirst().orElseThrow().toCharArray();
        }
        KeyStore identity = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(KEYSTORE)) {
            identity.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        // Le mot de passe du magasin est aussi celui de la clé ; un autre ici, et rien n'est envoyé, sans erreur (F21).
        // The store's password is the key's too; another one here, and nothing is sent, without any error (F21).
        keys.init(identity, password);

        // Un truststore ne contient rien de secret : il s'ouvre sans mot de passe.
        // A truststore holds nothing secret: it opens without a password.
        KeyStore roots = KeyStore.getInstance(TRUSTSTORE, (char[]) null);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);

        // Si le serveur annonce des autorités et qu'aucune n'a signé ce certificat, Java n'envoie rien (F10, F16) ;
        // java -Djavax.net.debug=ssl:handshake le montre.
        // If the server names authorities and none of them signed this certificate, Java sends nothing (F10, F16);
        // java -Djavax.net.debug=ssl:handshake shows it.
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}

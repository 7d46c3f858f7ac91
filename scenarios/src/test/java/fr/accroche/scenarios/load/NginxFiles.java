package fr.accroche.scenarios.load;

import fr.accroche.certs.CertificateFiles;
import fr.accroche.scenarios.Daemon;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * nginx, twice: as the stand-in of a téléservice behind both proxies, and as the proxy that ours is compared with. Each shows
 * and asks for a certificate, and speaks TLS 1.3 with the suite that our proxy chooses; connections are kept for ever.
 *
 * @param server shown to callers
 * @param client shown to the stand-in
 * @param roots PEM of what both believe
 */
record NginxFiles(CertificateFiles server, CertificateFiles client, Path roots) {

    private static final int WORKERS = 2;

    private static final String LISTEN = """
            ssl_certificate %1$s;
            ssl_certificate_key %2$s;
            ssl_client_certificate %3$s;
            ssl_verify_client on;
            ssl_verify_depth 3;
            ssl_protocols TLSv1.3;
            ssl_conf_command Ciphersuites %4$s;
            keepalive_requests 1000000000;
            keepalive_timeout 1h;
            client_max_body_size 1m;
            client_body_buffer_size 256k;
            """;

    private static final String STAND_IN = """
            server {
                listen %1$s ssl;
                root answers;
                default_type application/soap+xml;
                open_file_cache max=10;
                location = /dmp/bearer { return 200 $http_authorization; }
                location = /read { internal; return 204; }
                location /dmp/ {
                    mirror /read;
                    if ($http_authorization !~ "^Bearer .") { return 401; }
                    error_page 405 =200 $uri;
                }
            }
            """;

    private static final String PROXY = """
            upstream teleservice {
                server %2$s;
                keepalive 64;
                keepalive_requests 1000000000;
                keepalive_timeout 1h;
            }
            server {
                listen %1$s ssl;
                location /send/ {
                    proxy_pass https://teleservice/;
                    proxy_http_version 1.1;
                    proxy_buffers 16 16k;
                    proxy_buffer_size 16k;
                    proxy_busy_buffers_size 64k;
                    proxy_set_header Host $proxy_host;
                    proxy_set_header Connection "";
                    proxy_set_header Cookie "";
                    proxy_set_header Authorization "%3$s";
                    proxy_ssl_certificate %4$s;
                    proxy_ssl_certificate_key %5$s;
                    proxy_ssl_trusted_certificate %6$s;
                    proxy_ssl_verify on;
                    proxy_ssl_verify_depth 3;
                    proxy_ssl_name localhost;
                    proxy_ssl_protocols TLSv1.3;
                    proxy_ssl_conf_command Ciphersuites %7$s;
                }
            }
            """;

    /** One that runs, and where. */
    record Running(Daemon daemon, String address) implements AutoCloseable {

        URI uri() {
            return URI.create("https://" + address.replace("127.0.0.1", "localhost"));
        }

        Usage.Of usage() throws IOException {
            return new Usage.Of(daemon.processes());
        }

        @Override
        public void close() throws IOException {
            daemon.close();
        }
    }

    /**
     * Answers POST as GET, with a file, once it has the whole body, for which {@code mirror} waits; only to who brings a
     * bearer. {@code /dmp/bearer} answers with the bearer itself.
     */
    Running standIn(Path folder) throws IOException, InterruptedException {
        Path answers = Files.createDirectories(folder.resolve("answers/dmp"));
        for (Workload workload : Workload.ALL) {
            byte[] answer = new byte[workload.bytes()];
            Arrays.fill(answer, (byte) 'z');
            Files.write(answers.resolve(Workload.file(workload.bytes())), answer);
        }
        String address = Daemon.address();
        return new Running(Daemon.nginx(folder, WORKERS, listen() + STAND_IN.formatted(address)), address);
    }

    /** Adds this {@code Authorization} to what it passes on. */
    Running proxy(Path folder, Running standIn, String authorization) throws IOException, InterruptedException {
        String address = Daemon.address();
        String configuration = PROXY.formatted(
                address, standIn.address(), authorization, client.chain(), client.key(), roots, LoadClient.SUITE);
        return new Running(Daemon.nginx(folder, WORKERS, listen() + configuration), address);
    }

    private String listen() {
        return LISTEN.formatted(server.chain(), server.key(), roots, LoadClient.SUITE);
    }
}

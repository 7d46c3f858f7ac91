package fr.accroche.scenarios.igc;

import fr.accroche.certs.Branch;
import fr.accroche.certs.IgcAuthority;
import fr.accroche.certs.OcspRequest;
import fr.accroche.certs.RevocationRegister;
import fr.accroche.certs.TestIgc;
import fr.accroche.certs.file.OcspRequestReader;
import fr.accroche.certs.file.UnreadableFileException;
import fr.accroche.wire.ConnectionObserver;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Limits;
import fr.accroche.wire.Problem;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import fr.accroche.wire.Routes;
import fr.accroche.wire.ServerSettings;
import fr.accroche.wire.WireRuntime;
import fr.accroche.wire.WireServer;
import fr.accroche.wire.admin.SameOrigin;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The web site of the test IGC-Santé: lists of revoked certificates, certificates of authorities, OCSP. In plain HTTP under
 * the paths of the real ones (docs/sources.md, IGC-Santé samples): all of it is signed, and a client that checks TLS would
 * have to check revocation first. It is no link of the chain, so no hop is recorded.
 */
public final class IgcSite implements AutoCloseable {

    private static final String OCSP = "/ocsp";
    private static final String DESK = "/__accroche/revocation";

    /** A responder that keeps silent lets go after half a minute. */
    private static final Limits LIMITS = new Limits(
            8 * 1024, 16 * 1024, 1000, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30));

    private final RevocationRegister register;
    private final TestIgc igc;
    private final boolean realistic;
    private final WireServer server;

    /**
     * @param published the port by which others reach it, if it is another
     * @param register what it publishes
     * @param igc whose certificates it publishes
     * @param realistic whether answers leave out what the real ones would not say
     * @param doors beside its own
     */
    public IgcSite(
            String name,
            InetSocketAddress address,
            OptionalInt published,
            RevocationRegister register,
            TestIgc igc,
            RevocationDesk desk,
            boolean realistic,
            Routes doors,
            WireRuntime runtime) {
        this.register = register;
        this.igc = igc;
        this.realistic = realistic;
        this.server = new WireServer(
                runtime,
                ServerSettings.plain(name, address, LIMITS).withPublished(published),
                routes(desk, doors),
                ConnectionObserver.SILENT);
    }

    /**
     * Opens the port.
     *
     * @throws fr.accroche.wire.PortBusyException if another program has it
     */
    public IgcSite start() {
        server.start();
        return this;
    }

    /** Where it listens; only once started, or where its port is known before. */
    public URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Where, on a site, an authority's list is. */
    public static URI list(URI site, Branch branch, IgcAuthority authority) {
        return site.resolve(listPath(branch, authority));
    }

    /** Where, on a site, the certificate of the intermediate is. */
    public static URI certificate(URI site, Branch branch) {
        return site.resolve(certificatePath(branch));
    }

    /** Where a site answers OCSP. */
    public static URI ocsp(URI site) {
        return site.resolve(OCSP);
    }

    /** Where a site's states are seen and set. */
    public static URI desk(URI site) {
        return site.resolve(DESK);
    }

    private static String listPath(Branch branch, IgcAuthority authority) {
        return "/CRL/" + authority.fileName(branch) + ".crl";
    }

    private static String certificatePath(Branch branch) {
        String folder = branch == Branch.TEST ? "/AC%20TEST/" : "/AC/";
        return folder + IgcAuthority.INTERMEDIATE.fileName(branch) + ".cer";
    }

    private Routes routes(RevocationDesk desk, Routes doors) {
        Routes routes = doors.plus("POST", OCSP, request -> answer(request.body()))
                .plus("GET", OCSP + "/**", this::get)
                .plus("GET", DESK, desk::show)
                .plus("POST", DESK, SameOrigin.only(desk::change));
        for (Branch branch : Branch.values()) {
            routes = routes.plus("GET", certificatePath(branch), request -> certificate(branch));
            for (IgcAuthority authority : IgcAuthority.values()) {
                routes = routes.plus("GET", listPath(branch, authority), request -> list(branch, authority));
            }
        }
        return routes;
    }

    private Response list(Branch branch, IgcAuthority authority) throws CRLException {
        Optional<X509CRL> list = register.list(branch, authority);
        return list.isPresent()
                ? bytes("application/pkix-crl", list.get().getEncoded())
                : new Problem(404, "this list is set to be missing: " + DESK).response();
    }

    private Response certificate(Branch branch) throws CertificateEncodingException {
        return bytes("application/pkix-cert", igc.authorityChain(branch).get(0).getEncoded());
    }

    /** RFC 6960 appendix A.1: the request in base64, percent-encoded or not. */
    private Response get(Request request) {
        String path = request.path();
        String encoded = path.substring(Math.min(path.length(), OCSP.length() + 1));
        try {
            String base64 = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            return answer(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return malformed("expected " + OCSP + "/ and a request in base64; observed other text");
        }
    }

    private Response answer(byte[] encoded) {
        OcspRequest request;
        try {
            request = OcspRequestReader.read(encoded);
        } catch (UnreadableFileException malformed) {
            return malformed(malformed.wording().en());
        }
        return register.respond(request)
                .map(response -> bytes("application/ocsp-response", response))
                .orElse(Response.SILENCE);
    }

    private Response malformed(String why) {
        Response response = bytes("application/ocsp-response", RevocationRegister.malformedRequest());
        return realistic ? response : response.with("X-Accroche-Diagnosis", why.replaceAll("[^ -~]", "?"));
    }

    private static Response bytes(String type, byte[] body) {
        return new Response(200, Headers.of("Content-Type", type), body);
    }
}

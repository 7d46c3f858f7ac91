package fr.accroche.scenarios.replay;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.messages.SoapMessage;
import fr.accroche.teleservice.RecordedRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which link of the chain a recorded call is: by the addresses that are declared, by the paths that are public (docs/sources.md,
 * PSC samples; docs/sources.md, ANS proxy), and by what its body is. A call that none of these tells is none.
 */
final class HarLinks {

    static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    private static final String PSC = "/auth/realms/esante-wallet";
    private static final String OIDC = "/protocol/openid-connect/";
    private static final Pattern REALM = Pattern.compile("/realms/([A-Za-z0-9_-]{1,40})" + OIDC + "(.*)");
    private static final Pattern SEND = Pattern.compile("(?:/.*)?/send/([A-Za-z0-9_-]{1,40})(?:/.*)?");
    private static final Pattern GRANT = Pattern.compile(
            "urn:openid:params:grant-type:ciba|authorization_code|refresh_token|client_credentials|password");

    /**
     * @param service whose, of those that have several
     */
    record Link(Stage stage, Optional<Teleservice> service) {
        Link(Stage stage) {
            this(stage, Optional.empty());
        }
    }

    private final Participants participants;

    HarLinks(Declaration declaration) {
        this.participants = declaration.participants();
    }

    Optional<Link> of(HarEntry call) {
        return Stream.<Optional<Link>>of(psc(call), authorizationServer(call), proxy(call), teleservice(call))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Link> psc(HarEntry call) {
        String path = call.request().path();
        Optional<String> declared = participants
                .pscIssuer()
                .map(URI::create)
                .filter(uri -> isAt(call, uri))
                .map(URI::getRawPath);
        Optional<String> below = declared.or(() -> Optional.of(PSC))
                .filter(issuer -> path.startsWith(issuer + "/"))
                .map(issuer -> path.substring(issuer.length()));
        return below.flatMap(rest -> psc(call, rest)).map(Link::new);
    }

    private static Optional<Stage> psc(HarEntry call, String rest) {
        return switch (rest) {
            case "/.well-known/wallet-openid-configuration", "/.well-known/openid-configuration" ->
                Optional.of(Stage.PSC_DISCOVERY);
            case OIDC + "ext/ciba/auth" -> posted(call, Stage.PSC_CIBA);
            case OIDC + "token" ->
                posted(call, Stage.PSC_TOKEN)
                        .filter(stage ->
                                grant(call).filter(GRANT.asMatchPredicate()).isPresent());
            case OIDC + "token/introspect" -> posted(call, Stage.PSC_INTROSPECTION);
            case OIDC + "revoke" -> posted(call, Stage.PSC_REVOCATION);
            case OIDC + "certs" -> Optional.of(Stage.PSC_JWKS);
            case OIDC + "userinfo" -> Optional.of(Stage.PSC_USERINFO);
            case OIDC + "logout" -> Optional.of(Stage.PSC_LOGOUT);
            default -> Optional.empty();
        };
    }

    /** Of a form that the file does not have, nothing can be said: a rule would take it for an empty one. */
    private static Optional<Stage> posted(HarEntry call, Stage stage) {
        return call.isPost() && call.form().isPresent() ? Optional.of(stage) : Optional.empty();
    }

    private static Optional<String> grant(HarEntry call) {
        return call.form().flatMap(form -> form.first("grant_type"));
    }

    private Optional<Link> authorizationServer(HarEntry call) {
        Optional<Link> declared = participants
                .authorizationServer()
                .flatMap(servers -> declaredAt(call, servers.urls())
                        .flatMap(service ->
                                posted(call, Stage.EXCHANGE).map(stage -> new Link(stage, Optional.of(service))))
                        .or(() -> Arrays.stream(Teleservice.values())
                                .filter(service -> servers.introspection(service)
                                        .filter(uri -> isExactly(call, uri))
                                        .isPresent())
                                .findFirst()
                                .map(service -> new Link(Stage.API_INTROSPECTION, Optional.of(service)))));
        return declared.or(() -> realm(call)).or(() -> anyExchange(call));
    }

    private static Optional<Teleservice> declaredAt(HarEntry call, Map<Teleservice, URI> urls) {
        return Arrays.stream(Teleservice.values())
                .filter(service -> urls.containsKey(service) && isExactly(call, urls.get(service)))
                .findFirst();
    }

    private static Optional<Link> realm(HarEntry call) {
        Matcher realm = REALM.matcher(call.request().path());
        Optional<Teleservice> service = realm.find() ? Teleservice.named(realm.group(1)) : Optional.empty();
        return service.flatMap(known -> switch (realm.group(2)) {
                    case "token" -> posted(call, Stage.EXCHANGE);
                    case "token/introspect" -> posted(call, Stage.API_INTROSPECTION);
                    case "revoke" -> posted(call, Stage.API_REVOCATION);
                    case "certs" -> Optional.of(Stage.API_JWKS);
                    default -> Optional.<Stage>empty();
                })
                .map(stage -> new Link(stage, service));
    }

    /** At an address that nothing tells, a token exchange is one all the same (RFC 8693 §2.1); whose, its audience may say. */
    private static Optional<Link> anyExchange(HarEntry call) {
        return posted(call, Stage.EXCHANGE)
                .filter(stage -> grant(call).filter(EXCHANGE::equals).isPresent())
                .map(stage -> new Link(
                        stage,
                        call.form().flatMap(form -> form.first("audience")).flatMap(Teleservice::named)));
    }

    private Optional<Link> proxy(HarEntry call) {
        String path = call.request().path();
        boolean contract =
                participants.proxy().flatMap(Participants.Proxy::template).isEmpty();
        if (call.isPost()
                && path.endsWith("/connect")
                && call.json().text("clientId").isPresent()) {
            return Optional.of(new Link(Stage.PROXY_CONNECT));
        }
        if (call.request().method().equals("DELETE") && path.endsWith("/disconnect")) {
            return Optional.of(new Link(Stage.PROXY_DISCONNECT));
        }
        Matcher send = SEND.matcher(path);
        return contract && send.matches()
                ? Teleservice.named(send.group(1)).map(service -> new Link(Stage.PROXY_SEND, Optional.of(service)))
                : Optional.empty();
    }

    private Optional<Link> teleservice(HarEntry call) {
        if (!call.isPost() || call.request().body().length == 0) {
            return Optional.empty();
        }
        SoapMessage message =
                new SoapMessage(call.header("Content-Type"), call.request().body());
        return participants
                .teleservices()
                .flatMap(servers -> Arrays.stream(Teleservice.values())
                        .filter(service -> Optional.ofNullable(servers.urls().get(service))
                                .filter(uri -> isBelow(call, uri))
                                .isPresent())
                        .findFirst())
                .or(() -> RecordedRequest.service(message))
                .filter(Teleservice.HOMOLOGATED::contains)
                .map(service -> new Link(Stage.BUSINESS, Optional.of(service)));
    }

    private static boolean isExactly(HarEntry call, URI uri) {
        return isAt(call, uri) && call.request().path().equals(uri.getRawPath());
    }

    private static boolean isBelow(HarEntry call, URI uri) {
        return isAt(call, uri) && call.request().path().startsWith(uri.getRawPath());
    }

    private static boolean isAt(HarEntry call, URI uri) {
        return uri.getHost() != null
                && call.authority()
                        .replaceFirst(":443$", "")
                        .equalsIgnoreCase(uri.getRawAuthority().replaceFirst(":443$", ""));
    }
}

package fr.accroche.compliance.declaration;

import fr.accroche.compliance.text.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code participants}. */
final class ParticipantsReader {

    private static final Text WHERE = Text.of(
            "« external » demande {0} : où accroche doit-il l'appeler ?",
            "'external' needs {0}: where is accroche to call it?");
    private static final Text NO_ADDRESS = Text.of(
            "« {0} » n'est pas une adresse que l'on puisse appeler : https://hôte[:port][/chemin], sans nom d'utilisateur ni « ? »",
            "'{0}' is no address that can be called: https://host[:port][/path], without a user's name or '?'");
    private static final Text PLAIN = Text.of(
            "« {0} » : http n'est accepté que pour cette machine (localhost, 127.0.0.1) ; ailleurs, https",
            "'{0}': http is only taken for this machine (localhost, 127.0.0.1); elsewhere, https");
    private static final Text NO_CERTIFICATE = Text.of(
            "« {0} » : seul https montre un certificat client, par lequel ce serveur reconnaît qui l'appelle (RFC 8705)",
            "'{0}': only https shows a client certificate, by which this server knows who calls (RFC 8705)");
    private static final Text NO_DISCOVERY = Text.of(
            "« {0} » : attendu l'adresse du document de découverte, émetteur/.well-known/… (OpenID Connect Discovery §4)",
            "'{0}': expected the address of the discovery document, issuer/.well-known/… (OpenID Connect Discovery §4)");
    private static final Text NO_TOKEN_ENDPOINT = Text.of(
            "{0} : introspection sans point d'échange de jeton ; déclarer aussi son adresse sous urls",
            "{0}: introspection without a token endpoint; declare its address under urls too");
    private static final Text SIMULATED_ALL_THE_SAME = Text.of(
            "« {0} » ne sert à rien avec mode: simulated : déclarer mode: external",
            "'{0}' is of no use with mode: simulated: declare mode: external");

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private ParticipantsReader() {}

    private enum Mode {
        SIMULATED,
        EXTERNAL
    }

    static Participants read(Cursor cursor) {
        return new Participants(
                external(cursor, "lps").map(each -> new Participants.Lps(each.path())),
                external(cursor, "proxy").flatMap(ParticipantsReader::proxy),
                external(cursor, "psc").flatMap(ParticipantsReader::psc),
                external(cursor, "authorizationServer").map(ParticipantsReader::authorizationServers),
                external(cursor, "credentialApi").flatMap(ParticipantsReader::server),
                external(cursor, "teleservices").map(ParticipantsReader::servers));
    }

    private static Optional<Cursor> external(Cursor cursor, String key) {
        return cursor.member(key).filter(ParticipantsReader::isExternal);
    }

    private static boolean isExternal(Cursor cursor) {
        boolean external = cursor.member("mode")
                .flatMap(mode -> mode.choice(Mode.class))
                .filter(Mode.EXTERNAL::equals)
                .isPresent();
        if (!external) {
            cursor.members().forEach((key, member) -> {
                if (!key.equals("mode")) {
                    cursor.wrong(member, SIMULATED_ALL_THE_SAME.with(Shape.shown(key)));
                }
            });
        }
        return external;
    }

    private static Optional<Participants.Proxy> proxy(Cursor cursor) {
        Optional<String> template = cursor.member("template").flatMap(Cursor::text);
        return url(cursor).map(url -> new Participants.Proxy(cursor.path(), url, files(cursor), template));
    }

    private static Optional<Participants.Server> psc(Cursor cursor) {
        return server(cursor).filter(server -> {
            boolean discovery = server.url().toString().contains(Participants.WELL_KNOWN);
            if (!discovery) {
                cursor.member("url")
                        .ifPresent(url ->
                                url.wrong(NO_DISCOVERY.with(shown(server.url().toString()))));
            }
            return discovery;
        });
    }

    private static Optional<Participants.Server> server(Cursor cursor) {
        return url(cursor)
                .filter(url -> secure(cursor.member("url"), url))
                .map(url -> new Participants.Server(cursor.path(), url, files(cursor)));
    }

    private static Participants.AuthorizationServers authorizationServers(Cursor cursor) {
        Participants.Servers servers = servers(cursor);
        Map<Teleservice, URI> introspection = addresses(cursor, "introspection");
        introspection.keySet().stream()
                .filter(service -> !servers.urls().containsKey(service))
                .forEach(service -> cursor.wrong(NO_TOKEN_ENDPOINT.with(service.label())));
        return new Participants.AuthorizationServers(servers.path(), servers.urls(), introspection, servers.files());
    }

    private static Participants.Servers servers(Cursor cursor) {
        if (cursor.member("urls").map(Cursor::members).orElse(Map.of()).isEmpty()) {
            cursor.wrong(WHERE.with("urls"));
        }
        return new Participants.Servers(cursor.path(), addresses(cursor, "urls"), files(cursor));
    }

    private static Map<Teleservice, URI> addresses(Cursor cursor, String key) {
        Map<Teleservice, URI> urls = new EnumMap<>(Teleservice.class);
        cursor.member(key)
                .map(Cursor::members)
                .orElse(Map.of())
                .forEach((name, written) -> Teleservice.named(name)
                        .ifPresent(service -> address(written)
                                .filter(url -> secure(Optional.of(written), url))
                                .ifPresent(url -> urls.put(service, url))));
        return urls;
    }

    private static boolean secure(Optional<Cursor> written, URI url) {
        boolean secure = url.getScheme().equals("https");
        if (!secure) {
            written.ifPresent(at -> at.wrong(NO_CERTIFICATE.with(shown(url.toString()))));
        }
        return secure;
    }

    private static Optional<URI> url(Cursor cursor) {
        Optional<Cursor> written = cursor.member("url");
        if (written.isEmpty()) {
            cursor.wrong(WHERE.with("url"));
        }
        return written.flatMap(ParticipantsReader::address);
    }

    private static Optional<PeerFiles> files(Cursor cursor) {
        PeerFiles files = new PeerFiles(
                cursor.member("trust").flatMap(Cursor::text),
                cursor.member("trustPasswordFile").flatMap(Cursor::text),
                cursor.member("certificate").flatMap(Cursor::text),
                cursor.member("key").flatMap(Cursor::text),
                cursor.member("passwordFile").flatMap(Cursor::text));
        return Optional.of(files).filter(brought -> !brought.isEmpty());
    }

    private static Optional<URI> address(Cursor cursor) {
        return cursor.text().flatMap(text -> {
            Optional<URI> address = parsed(text);
            if (address.isEmpty()) {
                cursor.wrong(NO_ADDRESS.with(shown(text)));
            } else if (address.get().getScheme().equals("http")
                    && !LOCAL.contains(address.get().getHost())) {
                cursor.wrong(PLAIN.with(shown(text)));
                return Optional.empty();
            }
            return address;
        });
    }

    /** What stands before a host is a password, and what stands after a path may be one: neither is repeated. */
    private static String shown(String address) {
        int host = address.lastIndexOf('@') + 1;
        String[] parts = address.substring(host).split("[?#]", 2);
        return (host == 0 ? "" : "…@") + parts[0] + (parts.length == 1 ? "" : "?…");
    }

    /** They are shown in every report, so that nothing secret may be in them. */
    static Optional<URI> parsed(String text) {
        try {
            URI address = new URI(text);
            boolean callable = address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getPort() != 0
                    && address.getPort() <= 65_535;
            return callable ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}

package fr.accroche.authserver.psc.browser;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.Client;
import fr.accroche.authserver.ClientAuthenticator;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and where the answer goes. A request that is wrong here is answered on a page: sending the browser to an address that
 * nobody registered is what these two checks are for (RFC 6749 §4.1.2.1, §10.15).
 */
public final class ClientGuard {

    private static final OAuthError UNKNOWN = OAuthError.invalidRequest("client_id or redirect_uri is not registered");

    /** A browser runs these instead of going somewhere. */
    private static final Set<String> NEVER = Set.of("javascript", "data", "vbscript", "blob", "file", "about");

    private final ClientAuthenticator clients;

    public ClientGuard(ClientAuthenticator clients) {
        this.clients = clients;
    }

    /** The client that a request names, once. */
    public Optional<Client> client(Call call) {
        Optional<String> clientId = call.parameter("client_id");
        if (clientId.isEmpty()) {
            call.refuse(OAuthRefusal.of(
                    Rules.AUTHORIZATION_REQUEST,
                    Text.of("Le paramètre client_id manque.", "The parameter client_id is missing."),
                    new Observed("client_id", "RFC 6749 §4.1.1"),
                    call.observed("client_id"),
                    UNKNOWN));
            return Optional.empty();
        }
        Optional<Client> client = clients.client(clientId.get());
        if (client.isEmpty()) {
            call.refuse(OAuthRefusal.of(
                    Rules.CLIENT_REGISTERED,
                    Text.of("Le client_id {0} n'est pas enregistré ici.", "The client_id {0} is not registered here.")
                            .with(call.observed("client_id").value()),
                    new Observed("a registered client_id", "operations"),
                    call.observed("client_id"),
                    UNKNOWN));
        }
        return repeated(call, "client_id") ? Optional.empty() : client;
    }

    /** The redirect_uri of a request, if it is one that the client registered. */
    public Optional<String> redirectUri(Call call, Client client) {
        Optional<String> asked = call.parameter("redirect_uri");
        Optional<String> good = among(asked, client.registration().redirectUris());
        if (good.isPresent()) {
            call.notes().note(Fact.REDIRECT_URI, good, call.where("redirect_uri"));
        } else {
            call.note(Fact.REDIRECT_URI, "redirect_uri");
            call.refuse(OAuthRefusal.of(
                    Rules.AUTHORIZATION_REQUEST,
                    Text.of(
                                    "redirect_uri vaut « {0} », que {1} n'a pas enregistré ; la comparaison est faite caractère par caractère.",
                                    "redirect_uri is '{0}', which {1} did not register; it is compared character by character.")
                            .with(call.observed("redirect_uri").value(), client.clientId()),
                    new Observed(
                            client.registration().redirectUris().isEmpty()
                                    ? "operations[].psc.redirectUris"
                                    : String.join(" | ", client.registration().redirectUris()),
                            client.declaredAt()),
                    call.observed("redirect_uri"),
                    UNKNOWN));
        }
        return repeated(call, "redirect_uri") ? Optional.empty() : good;
    }

    /** An address asked for, if it is one of these (RFC 9700 §2.1) and a browser can be sent there. */
    public static Optional<String> among(Optional<String> asked, List<String> registered) {
        return asked.filter(registered::contains).filter(ClientGuard::sendable);
    }

    /** RFC 6749 §3.1.2: absolute, without fragment. */
    private static boolean sendable(String address) {
        try {
            URI uri = URI.create(address);
            return uri.isAbsolute()
                    && uri.getRawFragment() == null
                    && !NEVER.contains(uri.getScheme().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean repeated(Call call, String parameter) {
        return call.form().repeated().contains(parameter);
    }
}

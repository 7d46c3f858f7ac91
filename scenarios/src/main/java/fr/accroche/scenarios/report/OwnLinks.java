package fr.accroche.scenarios.report;

import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.compliance.declaration.Participants.External;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.chain.ProxyAddresses;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a chain is the vendor's own, and whether anything came from it: a run that saw nothing says that first.
 *
 * @param links those of the vendor, along the chain
 * @param silence what did not come, and where it should have; empty where something came
 */
public record OwnLinks(List<Link> links, Optional<Silence> silence) {

    /** Every link is simulated. */
    public static final OwnLinks NONE = new OwnLinks(List.of(), Optional.empty());

    private static final Set<Stage> OF_LPS = EnumSet.of(Stage.LPS_CONNECT, Stage.LPS_SEND, Stage.LPS_DISCONNECT);

    private static final Text PROXY_SILENT = Text.of(
            "Aucun trafic de votre proxy n'a été vu à PSC, ni ailleurs dans la chaîne. À configurer dans votre proxy :",
            "No traffic from your proxy was seen at PSC, nor elsewhere in the chain. Your proxy is to be configured with:");
    private static final Text LPS_SILENT = Text.of(
            "Aucun trafic de votre LPS n'a été vu. À configurer dans votre LPS :",
            "No traffic from your LPS was seen. Your LPS is to be configured with:");
    private static final Text DISCOVERY = Text.of("PSC, découverte", "PSC, discovery");
    private static final Text TOKEN = Text.of("{0}, échange de jeton", "{0}, token exchange");
    private static final Text TARGET = Text.of("{0}, requêtes", "{0}, requests");
    private static final Text PROXY = Text.verbatim("proxy");

    public OwnLinks {
        links = List.copyOf(links);
    }

    /**
     * A link of the vendor's.
     *
     * @param name as the declaration names it, for example {@code proxy}
     * @param addresses none of an LPS, which calls
     * @param place file and line of the declaration
     */
    public record Link(String name, List<URI> addresses, String place) {
        public Link {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * Nothing came.
     *
     * @param text from whom
     * @param addresses what it is to be configured with
     */
    public record Silence(Text text, List<Address> addresses) {
        public Silence {
            addresses = List.copyOf(addresses);
        }
    }

    /** An address, with what it is for. */
    public record Address(Text what, URI uri) {}

    /**
     * Tells them of a run.
     *
     * @param proxy where the proxy takes the LPS's calls
     * @param behind what the proxy is configured with
     * @param hops what was seen
     */
    public static OwnLinks of(Declaration declaration, URI proxy, ProxyAddresses behind, List<Hop> hops) {
        Participants participants = declaration.participants();
        List<Link> links = participants
                .external()
                .map(each -> new Link(
                        each.path().substring(each.path().lastIndexOf('.') + 1),
                        addresses(each),
                        declaration.lines().at(each.path())))
                .toList();
        Optional<Silence> silence = Optional.empty();
        if (participants.lps().isPresent() && hops.isEmpty()) {
            silence = Optional.of(new Silence(LPS_SILENT, List.of(new Address(PROXY, proxy))));
        } else if (participants.proxy().isPresent() && hops.stream().allMatch(hop -> OF_LPS.contains(hop.stage()))) {
            silence = Optional.of(new Silence(PROXY_SILENT, addresses(behind)));
        }
        return new OwnLinks(links, silence);
    }

    private static List<URI> addresses(External external) {
        if (external instanceof Participants.Proxy proxy) {
            return List.of(proxy.url());
        }
        if (external instanceof Participants.Server server) {
            return List.of(server.url());
        }
        return external instanceof Participants.Servers servers
                ? servers.urls().values().stream().sorted().toList()
                : List.of();
    }

    private static List<Address> addresses(ProxyAddresses behind) {
        List<Address> addresses = new ArrayList<>();
        addresses.add(new Address(DISCOVERY, behind.discovery()));
        behind.routes().forEach((service, route) -> {
            addresses.add(new Address(TOKEN.with(service.label()), route.token()));
            addresses.add(new Address(TARGET.with(service.label()), route.target()));
        });
        return addresses;
    }
}

package fr.accroche.proxy;

import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.FidelityCard;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.text.Text;

/** How near the simulated Proxy e-Santé is to the agency's demonstrator, the only public one. */
public final class ProxyFidelity {

    private static final String SEND = Addresses.PREFIX + "/{service}/{path}";

    public static final FidelityCard CARD = FidelityCard.of("Proxy e-Santé, passe-plat", "Proxy e-Santé, passe-plat")
            .exact(
                    Text.of(
                            "chemins, paramètres, réponses et erreurs, 304 au rejeu",
                            "paths, parameters, answers and errors, 304 on replay"),
                    Basis.of(PublicSource.ANS_PROXY),
                    "/check/alive",
                    "/connect",
                    SEND,
                    "/disconnect",
                    "/traces")
            .standard(
                    Text.of(
                            "sa session finit, les jetons sont renouvelés et révoqués, les traces gardées ; le démonstrateur n'en fait rien (settings.proxy)",
                            "its session ends, tokens are renewed and revoked, traces are kept; the demonstrator does none of it (settings.proxy)"),
                    Basis.of("RFC 6749 §6, RFC 7009", PublicSource.CI_SIS),
                    "/connect",
                    "/disconnect",
                    "/traces")
            .invented(Text.of("comment un LPS s'y prouve", "how an LPS proves itself to it"), "/connect", SEND)
            .standard(
                    Text.of(
                            "relais : méthodes, en-têtes de connexion, 408, 413, 502, 503, 504",
                            "relay: methods, hop-by-hop headers, 408, 413, 502, 503, 504"),
                    Basis.of("RFC 9110 §7.6, §9, §15.5, §15.6"),
                    SEND)
            .invented(
                    Text.of(
                            "relais : ses délais et tailles, le disjoncteur",
                            "relay: its delays and sizes, the breaker"),
                    SEND);

    private ProxyFidelity() {}
}

package fr.accroche.scenarios;

import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.declaration.Participants;
import fr.accroche.scenarios.chain.Chain;
import fr.accroche.scenarios.chain.ChainPlan;
import fr.accroche.scenarios.chain.Participant;
import fr.accroche.scenarios.lps.AnsContract;
import fr.accroche.scenarios.lps.DeclaredVihf;
import fr.accroche.scenarios.lps.LpsBrowser;
import fr.accroche.scenarios.lps.LpsDefect;
import fr.accroche.scenarios.lps.LpsDriver;
import fr.accroche.scenarios.lps.LpsProfile;
import fr.accroche.scenarios.lps.ProxyContract;
import fr.accroche.scenarios.lps.TemplateContract;
import fr.accroche.scenarios.lps.TemplateFile;
import fr.accroche.wire.WireClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The LPS of one operation, before the proxy of a chain.
 *
 * @param driver what drives the proxy
 * @param browser what logs in at PSC by browser
 * @param http its connections to the proxy
 * @param browsing those of the browser, which has no certificate of the LPS
 */
public record SimulatedLps(LpsDriver driver, LpsBrowser browser, WireClient http, WireClient browsing)
        implements AutoCloseable {

    static SimulatedLps of(Chain chain, ChainPlan plan, Operation operation, Chain.Surround around) {
        return of(chain, chain.uri(Participant.PROXY), plan, operation, around);
    }

    /** Before a proxy that is elsewhere than the chain was told. */
    static SimulatedLps of(Chain chain, URI proxy, ChainPlan plan, Operation operation, Chain.Surround around) {
        LpsProfile profile = profile(chain, plan, operation);
        WireClient http = chain.lps().connection(profile.operation());
        WireClient browsing = chain.lpsClient();
        LpsDriver driver = new LpsDriver(
                contract(proxy, plan),
                plan.declared().participants().proxy().isPresent(),
                profile,
                http,
                around.journal(),
                around.clock(),
                UUID::randomUUID,
                around.random());
        return new SimulatedLps(driver, new LpsBrowser(chain.uri(Participant.PSC), profile, browsing), http, browsing);
    }

    /** What the proxy speaks: the ANS contract, unless the vendor's has a template, which was read already and found right. */
    private static ProxyContract contract(URI proxy, ChainPlan plan) {
        Optional<String> template = plan.declared().participants().proxy().flatMap(Participants.Proxy::template);
        try {
            return template.isEmpty()
                    ? new AnsContract(proxy)
                    : new TemplateContract(proxy, TemplateFile.read(Path.of(template.get())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DeclarationException changed) {
            throw new IllegalStateException("the template was changed since it was read", changed);
        }
    }

    /** What an LPS of this operation is, as a plan has it. */
    public static LpsProfile profile(Chain chain, ChainPlan plan, Operation operation) {
        return new LpsProfile(
                plan.declared().operation(operation.clientId().value()).orElse(operation), // as a fault has it declared
                plan.mode(operation),
                plan.declared().lps(operation),
                plan.declared().integratedIn(operation),
                plan.declared().teleservices(operation),
                plan.declared().environment(),
                plan.settings().teleservices().insi().authentication(),
                plan.person(),
                chain.seal(operation),
                chain.clientCertificate(operation),
                DeclaredVihf.form(plan.settings()),
                plan.defects(LpsDefect.class),
                plan.otherClient(operation.clientId().value()));
    }

    @Override
    public void close() {
        http.close();
        browsing.close();
    }
}

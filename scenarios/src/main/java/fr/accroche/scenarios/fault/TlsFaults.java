package fr.accroche.scenarios.fault;

import static fr.accroche.scenarios.fault.Faults.rules;

import fr.accroche.compliance.rule.Status;
import fr.accroche.compliance.text.Text;
import fr.accroche.proxy.ProxyDefect;
import java.util.List;

/** The proxy's TLS is not what the servers accept, whatever certificate it shows. */
final class TlsFaults {

    static final List<Fault> ALL = List.of(new Fault(
            "tls-suite-refused",
            Text.of(
                    "le proxy n'offre en TLS qu'une suite CBC, que les serveurs refusent",
                    "the proxy's TLS offers only a CBC suite, which the servers refuse"),
            rules("MTL-02"),
            Status.FAIL,
            Need.NOTHING,
            (plan, operation) -> plan.with(ProxyDefect.OFFERS_ONLY_A_REFUSED_SUITE)));

    private TlsFaults() {}
}

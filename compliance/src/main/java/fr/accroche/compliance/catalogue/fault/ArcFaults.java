package fr.accroche.compliance.catalogue.fault;

import static fr.accroche.compliance.catalogue.fault.DeclaredFaults.fails;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_INTEGRE;

import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** The solution is not made of what it must be made of. */
final class ArcFaults {

    static final List<DeclaredFault> ALL = List.of(fails(
            "ARC-03",
            Text.of("le proxy a des écrans", "the proxy has screens"),
            PROXY_INTEGRE,
            new Edit("ui: false", "ui: true")));

    private ArcFaults() {}
}

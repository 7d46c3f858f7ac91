package fr.accroche.compliance.catalogue.fault;

import static fr.accroche.compliance.catalogue.fault.DeclaredFaults.fails;
import static fr.accroche.compliance.declaration.ShippedDeclaration.AUTONOME_OPERE_PAR_OPERATEUR_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.NON_AUTONOME_DANS_LPS;
import static fr.accroche.compliance.declaration.ShippedDeclaration.PROXY_INTEGRE;

import fr.accroche.compliance.catalogue.fault.DeclaredFault.Edit;
import fr.accroche.compliance.text.Text;
import java.util.List;

/** A homologation or certification is missing, or is not the one that counts. */
final class CndFaults {

    static final List<DeclaredFault> ALL = List.of(
            fails(
                    "CND-01",
                    Text.of("le LPS n'est pas certifié pour l'INSi", "the LPS is not certified for INSi"),
                    PROXY_INTEGRE,
                    new Edit("INSi: INSI-SIMULE-0001, ", "")),
            fails(
                    "CND-05",
                    Text.of(
                            "le LPS compte sur l'homologation de son connecteur EAI",
                            "the LPS relies on the homologation of its EAI connector"),
                    NON_AUTONOME_DANS_LPS,
                    new Edit("DMP: DMP-SIMULE-0001, ", "")),
            fails(
                    "CND-06",
                    Text.of(
                            "l'interfaçage du LPS et du carnet n'est pas homologué",
                            "the interfacing of the LPS and the add-on is not homologated"),
                    AUTONOME_OPERE_PAR_OPERATEUR_LPS,
                    new Edit("number: INTERFACE-SIMULE-0001", "requestedOn: D-10")));

    private CndFaults() {}
}

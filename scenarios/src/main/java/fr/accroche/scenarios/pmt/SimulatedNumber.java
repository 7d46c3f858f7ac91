package fr.accroche.scenarios.pmt;

import fr.accroche.compliance.declaration.CommercialName;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.LogicielUtilisateur;
import fr.accroche.compliance.declaration.Operation;
import fr.accroche.compliance.exchange.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A test number of ours for one client_id (webinar, "un numéro de test est attribué"): the same for as long as the same software,
 * operated by the same structures through the same proxy's operator, is declared. The form of a real one is not public; whatever it
 * is, this one begins with what it is.
 *
 * @param clientId whose
 * @param value {@code SIMULE-ACCROCHE-} and twelve hexadecimal digits in two groups
 */
public record SimulatedNumber(String clientId, String value) {

    private static final String MARK = "SIMULE-ACCROCHE-";
    private static final int DIGITS = 6;

    static SimulatedNumber of(Declaration declaration, Operation operation) {
        LogicielUtilisateur software = declaration.lps(operation);
        String names = software.commercialNames().stream()
                .map(CommercialName::name)
                .findFirst()
                .orElse(software.id());
        String told = String.join(
                "\n",
                MARK,
                operation.clientId().value(),
                names,
                declaration.actors().get(software.editor()).idNatStruct().value(),
                declaration.operator(operation).idNatStruct().value(),
                declaration.proxyOperator(operation).idNatStruct().value());
        String digest = Sha256.hex(told.getBytes(StandardCharsets.UTF_8)).toUpperCase(Locale.ROOT);
        return new SimulatedNumber(
                operation.clientId().value(),
                MARK + digest.substring(0, DIGITS) + "-" + digest.substring(DIGITS, 2 * DIGITS));
    }
}

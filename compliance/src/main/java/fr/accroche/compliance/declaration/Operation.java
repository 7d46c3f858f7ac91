package fr.accroche.compliance.declaration;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who runs what: one client_id.
 *
 * @param clientId its client_id
 * @param lps the key of the composant principal
 * @param operator the key of the actor who operates the LPS
 * @param proxy the key of the proxy
 * @param proxyOperator the key of the actor who operates the proxy: its idNatStruct is the certificate's OU
 * @param linkValidated whether the EDC PSC has validated the technical link between this LPS and this proxy
 * @param pmtValidatedOn the day the PMT chapter was validated; empty once the habilitations are final
 * @param secret what proves it to PSC in place of its certificate; empty in the espace de confiance
 */
public record Operation(
        ClientId clientId,
        String lps,
        String operator,
        String proxy,
        String proxyOperator,
        boolean linkValidated,
        Optional<LocalDate> pmtValidatedOn,
        Optional<ClientSecret> secret) {

    /** The last day of the provisional authorisation: three months (webinar, "valable pour une durée de 3 mois"). */
    public Optional<LocalDate> pmtUntil() {
        return pmtValidatedOn.map(day -> day.plusMonths(3));
    }

    /** The same with its link validated, or not. */
    public Operation withLink(boolean validated) {
        return new Operation(clientId, lps, operator, proxy, proxyOperator, validated, pmtValidatedOn, secret);
    }

    /** The same with its PMT chapter validated on this day. */
    public Operation withPmtValidatedOn(LocalDate day) {
        return new Operation(clientId, lps, operator, proxy, proxyOperator, linkValidated, Optional.of(day), secret);
    }
}

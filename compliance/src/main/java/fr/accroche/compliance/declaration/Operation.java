package fr.accroche.compliance.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who runs what: one client_id.
 *
 * @param clientId its client_id
 * @param lps the key of the logiciel utilisateur: the composant principal, or an autonome add-on
 * @param operator the key of the actor who operates it
 * @param proxy the key of the proxy
 * @param proxyOperator the key of the actor who operates the proxy: its idNatStruct is the certificate's OU
 * @param linkValidated whether the EDC PSC has validated the technical link between this LPS and this proxy
 * @param pmt the way to the CNDA's test environments; empty once the habilitations are final
 * @param teleservices the services that it calls; empty for those that follow from the rest
 * @param secret what proves it to PSC in place of its certificate; empty in the espace de confiance
 * @param psc what it registered at Pro Santé Connect
 * @param files what the vendor brings; empty where accroche makes its own
 * @param lpsAuthentication how its LPS proves itself to its proxy
 */
public record Operation(
        ClientId clientId,
        String lps,
        String operator,
        String proxy,
        String proxyOperator,
        boolean linkValidated,
        Optional<Pmt> pmt,
        List<Teleservice> teleservices,
        Optional<ClientSecret> secret,
        PscRegistration psc,
        Optional<BroughtFiles> files,
        LpsAuthentication lpsAuthentication) {

    public Operation {
        teleservices = List.copyOf(teleservices);
    }

    /** One with its link validated, of which nothing else is declared. */
    public Operation(ClientId clientId, String lps, String operator, String proxy, String proxyOperator) {
        this(
                clientId,
                lps,
                operator,
                proxy,
                proxyOperator,
                true,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                PscRegistration.DEFAULT,
                Optional.empty(),
                new LpsAuthentication.None());
    }

    /** The last day of the provisional authorisation; empty where none is declared. */
    public Optional<LocalDate> pmtUntil() {
        return pmt.flatMap(Pmt::until);
    }

    /** The same with its link validated, or not. */
    public Operation withLink(boolean validated) {
        return new Operation(
                clientId,
                lps,
                operator,
                proxy,
                proxyOperator,
                validated,
                pmt,
                teleservices,
                secret,
                psc,
                files,
                lpsAuthentication);
    }

    /** The same on another way to the CNDA's test environments. */
    public Operation withPmt(Pmt other) {
        return new Operation(
                clientId,
                lps,
                operator,
                proxy,
                proxyOperator,
                linkValidated,
                Optional.of(other),
                teleservices,
                secret,
                psc,
                files,
                lpsAuthentication);
    }

    /** The same with another registration at Pro Santé Connect. */
    public Operation withPsc(PscRegistration other) {
        return new Operation(
                clientId,
                lps,
                operator,
                proxy,
                proxyOperator,
                linkValidated,
                pmt,
                teleservices,
                secret,
                other,
                files,
                lpsAuthentication);
    }

    /** The same whose LPS proves itself otherwise. */
    public Operation withLpsAuthentication(LpsAuthentication other) {
        return new Operation(
                clientId,
                lps,
                operator,
                proxy,
                proxyOperator,
                linkValidated,
                pmt,
                teleservices,
                secret,
                psc,
                files,
                other);
    }
}

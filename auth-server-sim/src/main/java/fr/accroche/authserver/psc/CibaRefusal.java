package fr.accroche.authserver.psc;

import fr.accroche.authserver.Call;
import fr.accroche.authserver.OAuthError;
import fr.accroche.authserver.OAuthRefusal;
import fr.accroche.authserver.Rules;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;

/** Refuses an authentication request for one of its parts. */
final class CibaRefusal {

    private CibaRefusal() {}

    /**
     * @param part the parameter, or the part of a request object
     * @param expected what it should have been
     * @param source who says so
     */
    static void refuse(Call call, String part, String expected, String source, Observed observed, OAuthError wire) {
        call.refuse(OAuthRefusal.of(
                Rules.CIBA_REQUEST,
                Text.of("Demande CIBA : {0} vaut « {1} », attendu : {2}.", "CIBA request: {0} is '{1}', expected: {2}.")
                        .with(part, observed.value(), expected),
                new Observed(expected, source),
                observed,
                wire));
    }
}

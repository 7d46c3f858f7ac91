package fr.accroche.compliance.catalogue.edcpsc;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.fidelity.Basis;
import fr.accroche.compliance.fidelity.Likeness;
import fr.accroche.compliance.fidelity.PublicSource;
import fr.accroche.compliance.rule.Citation;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.Owner;
import fr.accroche.compliance.rule.Phase;
import fr.accroche.compliance.rule.Rule;
import fr.accroche.compliance.rule.RuleCard;
import fr.accroche.compliance.rule.Trial;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** IDN-06: The LPS number in the assertion or in ContexteLPS is that of the solution that owns the client_id. */
public final class NumberBelongsToClient implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "IDN-06",
                    Phase.BUSINESS,
                    Likeness.simplified(
                            Text.of(
                                    "le numéro à envoyer est public ; que le téléservice le rapproche du client_id est déduit",
                                    "which number to send is public; that the téléservice holds it against the client_id is inferred"),
                            Basis.of(PublicSource.WEBINAR)),
                    Text.of(
                            "Le numéro du LPS dans l'assertion ou dans ContexteLPS est celui de la solution qui détient le client_id.",
                            "The LPS number in the assertion or in ContexteLPS is that of the solution that owns the client_id."),
                    Citation.webinar(
                            "annexe « Schémas… Parcours Opérateur », architecture proxy intégré",
                            "sur le web service : VIHF avec LPS_ID_HOMOLOGATION_DMP = LPS_éditeur_A"),
                    Text.of(
                            "Mettre dans la requête le numéro d'homologation ou de certification du LPS pour ce téléservice, en vigueur ce jour-là : attendu {expected}, trouvé {observed}.",
                            "Put the LPS's own homologation or certification number for this téléservice in the request, one that counts on that day: expected {expected}, found {observed}."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Le téléservice lit deux identités : le client_id du jeton et le numéro de la requête. S'ils désignent deux logiciels, l'acte est imputé au mauvais, et un logiciel non homologué pourrait passer sous le numéro d'un autre.",
                            "The téléservice reads two identities: the token's client_id and the request's number. If they name two software, the act is put down to the wrong one, and a software without homologation could pass under another's number."));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.atTeleservices()
                .flatMap(hop -> Stream.concat(
                        CARD.compare(hop, trial.declaredNumber(hop), trial.receivedNumber(hop)),
                        onItsDays(trial, hop).stream()))
                .toList();
    }

    /** The client's own number counts from its homologation on, a test number while the PMT lasts. */
    private static Optional<Finding> onItsDays(Trial trial, Hop hop) {
        LocalDate day = LocalDate.ofInstant(hop.at(), ZoneOffset.UTC);
        return trial.validity(hop)
                .map(validity -> CARD.judge(
                        hop,
                        validity.holds(day),
                        new Observed(
                                validity.toString(),
                                trial.declaredNumber(hop).map(Observed::where).orElse("")),
                        new Observed(
                                day.toString(),
                                trial.receivedNumber(hop).map(Observed::where).orElse(""))));
    }
}

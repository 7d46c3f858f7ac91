package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.AssertionChoices.Signature;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Variant;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** LPS-04: The assertion follows its profile: an allowed age and, for a VIHF, a signature over the very element that is read, by an ORG SIGN certificate. */
public final class AssertionIsGenuine implements Rule {

    private static final RuleCard CARD = RuleCard.violation(
                    "LPS-04",
                    Phase.BUSINESS,
                    Likeness.standard(
                            Text.of(
                                    "signé ou non selon les exemples publics ; l'âge, le rejeu et le certificat que refuse le vrai service sont supposés",
                                    "signed or not as in public samples; which age, replay and certificate the real service refuses is a guess"),
                            Basis.of("SAML 2.0 Core §2.5, §5.4", PublicSource.DMP_AND_INSI_SAMPLES)),
                    Text.of(
                            "L'assertion suit son profil : un âge admis et, pour le VIHF, une signature de l'élément même qui est lu, par un certificat ORG SIGN.",
                            "The assertion follows its profile: an allowed age and, for a VIHF, a signature over the very element that is read, by an ORG SIGN certificate."),
                    Citation.standard("SAML 2.0 Core §5, XML Signature §3.2, WS-Security SAML Token Profile §3"),
                    Text.of(
                            "Refaire l'assertion : la signer en dernier, avec un certificat ORG SIGN, ne plus y toucher ensuite, et l'envoyer aussitôt. DIGEST : elle a été modifiée après sa signature ; VALUE : une autre clé l'a signée.",
                            "Make the assertion again: sign it last, with an ORG SIGN certificate, do not touch it afterwards, and send it at once. DIGEST: it was changed after it was signed; VALUE: another key signed it."),
                    Owner.EDITEUR_LPS,
                    Owner.EDITEUR_PROXY)
            .because(
                    Text.of(
                            "Une signature qui couvre un autre élément que celui qui est lu laisse glisser une fausse assertion à côté de la vraie (signature wrapping), et une assertion ancienne peut être rejouée. À l'inverse, remettre le XML en forme après la signature suffit à faire refuser une assertion sincère.",
                            "A signature over another element than the one that is read lets a false assertion be slipped beside the true one (signature wrapping), and an old assertion can be replayed. Conversely, reformatting the XML after signing is enough to have an honest assertion refused."));

    /** Those that the settings may refuse (settings.assertions). */
    private static final Set<Variant> FORMS = Set.of(
            Variant.SIGNED_WITH_SHA1,
            Variant.SIGNATURE_PLACE,
            Variant.ISSUER_IS_NOT_SIGNER,
            Variant.REPLAYED_ASSERTION,
            Variant.REPLAYED_MESSAGE);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<Finding> check(Trial trial) {
        return trial.atTeleservices()
                .filter(hop -> hop.fact(Fact.SECURITY_HEADER).isEmpty())
                .flatMap(hop -> switch (hop.value(Fact.ASSERTION_KIND).orElse("")) {
                    case "VIHF" -> Stream.concat(VihfSeal.check(CARD, trial, hop), form(trial, hop));
                    case "ASSERTION_PS" -> Stream.concat(signature(trial, hop).stream(), form(trial, hop));
                    default -> stray(hop).stream();
                })
                .toList();
    }

    private static Stream<Finding> form(Trial trial, Hop hop) {
        return Stream.concat(
                Stream.of(age(trial, hop), authenticated(trial, hop)).flatMap(Optional::stream),
                RefusedForms.check(CARD, hop, FORMS));
    }

    /** Without the one assertion that counts, which LPS-01 asks for, another one out of its place is suspect all the same. */
    private static Optional<Finding> stray(Hop hop) {
        return hop.fact(Fact.ASSERTION_SIGNATURE)
                .filter(signature -> signature.value().equals("invalid: STRAY"))
                .map(signature -> CARD.judge(hop, false, new Observed("valid", "XML Signature"), signature));
    }

    private static Optional<Finding> signature(Trial trial, Hop hop) {
        List<String> accepted =
                accepted(trial.declaration().settings().teleservices().tlsi().signature());
        return hop.fact(Fact.ASSERTION_SIGNATURE)
                .map(signature -> CARD.judge(
                        hop,
                        accepted.contains(signature.value()),
                        new Observed(String.join(" | ", accepted), "XML Signature"),
                        signature));
    }

    private static List<String> accepted(Signature wanted) {
        return switch (wanted) {
            case REQUIRED -> List.of("valid");
            case OPTIONAL -> List.of("absent", "valid");
            case FORBIDDEN -> List.of("absent");
        };
    }

    private static Optional<Finding> age(Trial trial, Hop hop) {
        Settings settings = trial.declaration().settings();
        long oldest = settings.assertionMaxAge().plus(settings.clockSkew()).toSeconds();
        long youngest = -settings.clockSkew().toSeconds();
        return hop.fact(Fact.ASSERTION_AGE).map(age -> {
            long seconds = Long.parseLong(age.value());
            return CARD.judge(
                    hop,
                    seconds >= youngest && seconds <= oldest,
                    new Observed(youngest + " s … " + oldest + " s", "settings.assertionMaxAge"),
                    age);
        });
    }

    private static Optional<Finding> authenticated(Trial trial, Hop hop) {
        long latest = trial.declaration().settings().clockSkew().toSeconds();
        return hop.fact(Fact.ASSERTION_AUTHENTICATED_AFTER)
                .map(after -> CARD.judge(
                        hop,
                        Long.parseLong(after.value()) <= latest,
                        new Observed("≤ " + latest + " s", "settings.clockSkew"),
                        after));
    }
}

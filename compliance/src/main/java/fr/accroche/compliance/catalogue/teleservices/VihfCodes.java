package fr.accroche.compliance.catalogue.teleservices;

import fr.accroche.compliance.declaration.DmpChoices;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.rule.Finding;
import fr.accroche.compliance.rule.RuleCard;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The coded attributes of a VIHF, roles and purpose of use. A code means something only with its code system: 10 is a
 * physician in one, one in training in another.
 */
final class VihfCodes {

    private static final String PHYSICIAN = "10^1.2.250.1.71.1.2.7";
    private static final String PHARMACIST = "21^1.2.250.1.71.1.2.7";
    private static final String SPECIALITY = "1.2.250.1.71.4.2.5";
    private static final String SECTION = "1.2.250.1.71.4.2.6";
    private static final String PURPOSE = "1.2.250.1.213.1.1.4.248";

    /** The code systems of the value set JDV_J65-SubjectRole-DMP. */
    private static final Set<String> OF_ROLES = Set.of(
            "1.2.250.1.71.1.2.7",
            "1.2.250.1.71.1.2.8",
            SPECIALITY,
            SECTION,
            "1.2.250.1.213.1.1.4.6",
            "1.2.250.1.213.1.6.1.4",
            "1.2.250.1.213.1.6.1.17",
            "1.2.250.1.213.1.6.1.19",
            "1.2.250.1.213.1.6.1.107",
            "1.2.250.1.213.1.6.1.109",
            "1.2.250.1.213.1.6.1.140");

    private VihfCodes() {}

    static Stream<Finding> check(RuleCard card, Hop hop, DmpChoices choices) {
        return Stream.concat(
                hop.fact(Fact.VIHF_ROLES).stream().flatMap(roles -> roles(card, hop, roles)),
                hop.fact(Fact.VIHF_PURPOSE).stream()
                        .map(purpose -> card.judge(
                                hop,
                                purposes(choices).contains(purpose.value()),
                                new Observed(String.join(" | ", purposes(choices)), "settings.dmp.purposes"),
                                purpose)));
    }

    private static List<String> purposes(DmpChoices choices) {
        return choices.purposes().stream()
                .sorted()
                .map(code -> code + "^" + PURPOSE)
                .toList();
    }

    private static Stream<Finding> roles(RuleCard card, Hop hop, Observed seen) {
        List<String> roles = List.of(seen.value().split(" \\| ", -1));
        boolean known = roles.size() <= 4 && roles.stream().allMatch(VihfCodes::isKnown);
        Finding set = card.judge(hop, known, new Observed("1 … 4 × code^codeSystem", "JDV_J65"), seen);
        String profession = roles.get(0);
        if (!profession.equals(PHYSICIAN) && !profession.equals(PHARMACIST)) {
            return Stream.of(set);
        }
        boolean special = roles.size() > 1
                && (roles.get(1).endsWith("^" + SPECIALITY)
                        || profession.equals(PHARMACIST) && roles.get(1).endsWith("^" + SECTION));
        Observed expected = new Observed(profession + " | code^" + SPECIALITY, "JDV_J65");
        return Stream.of(set, card.judge(hop, special, expected, seen));
    }

    private static boolean isKnown(String role) {
        int system = role.indexOf('^') + 1;
        return system > 1 && OF_ROLES.contains(role.substring(system));
    }
}

package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SamlNames;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Wants the roles and the purpose of use of a VIHF, by code and code system.
 *
 * @param codes those of the purposes that are taken
 */
record VihfCodeGuard(Set<String> codes) {

    private static final int MOST_ROLES = 4;

    /** Those of the nomenclatures are shorter; a space, or what separates codes here, is in none. */
    private static final Pattern CODE = Pattern.compile("[^\\s^|]{1,60}");

    private static final String PURPOSES = "1.2.250.1.213.1.1.4.248";
    private static final String SECTIONS_OF_PHARMACISTS = "1.2.250.1.71.4.2.6";

    /** Of JDV_J65-SubjectRole-DMP: professions, in training too, then specialities, then the roles without a profession. */
    private static final Set<String> SYSTEMS = Set.of(
            CodedValue.PROFESSION,
            "1.2.250.1.71.1.2.8",
            CodedValue.SPECIALITY,
            SECTIONS_OF_PHARMACISTS,
            "1.2.250.1.213.1.1.4.6",
            "1.2.250.1.213.1.6.1.4",
            "1.2.250.1.213.1.6.1.17",
            "1.2.250.1.213.1.6.1.19",
            "1.2.250.1.213.1.6.1.107",
            "1.2.250.1.213.1.6.1.109",
            "1.2.250.1.213.1.6.1.140");

    /** The DMP's own text, of which no more is public. */
    private static final String NO_SPECIALITY =
            "Aucune spécialité dans le vihf. Spécialité obligatoire pour les Médecins…";

    void check(ParsedAssertion vihf, ShapeRefusals refusals) {
        List<CodedValue> roles = vihf.roles();
        String seen = text(roles);
        refusals.call().notes().note(Fact.VIHF_ROLES, seen, ShapeRefusals.where(SamlNames.ROLE));
        boolean coded = roles.stream()
                .allMatch(role -> CODE.matcher(role.code()).matches() && SYSTEMS.contains(role.codeSystem()));
        if (roles.isEmpty() || roles.size() > MOST_ROLES || !coded) {
            refusals.attribute(SamlNames.ROLE, new Observed("1 … 4 × code^codeSystem", "JDV_J65"), seen);
        }
        if (lacksSpeciality(roles)) {
            refusals.attribute(
                    FaultCause.VIHF_SHAPE,
                    NO_SPECIALITY,
                    SamlNames.ROLE,
                    new Observed(text(roles.subList(0, 1)) + " | code^" + CodedValue.SPECIALITY, "JDV_J65"),
                    seen);
        }
        checkPurpose(vihf.purposes(), refusals);
    }

    /** Physicians and pharmacists say which; the second has a section in the place of a speciality. */
    private static boolean lacksSpeciality(List<CodedValue> roles) {
        if (roles.isEmpty() || !roles.get(0).codeSystem().equals(CodedValue.PROFESSION)) {
            return false;
        }
        Set<String> second = switch (roles.get(0).code()) {
            case "10" -> Set.of(CodedValue.SPECIALITY);
            case "21" -> Set.of(CodedValue.SPECIALITY, SECTIONS_OF_PHARMACISTS);
            default -> Set.of();
        };
        boolean wanted = !second.isEmpty();
        return wanted && (roles.size() < 2 || !second.contains(roles.get(1).codeSystem()));
    }

    private void checkPurpose(List<CodedValue> purposes, ShapeRefusals refusals) {
        String seen = text(purposes);
        refusals.call().note(Fact.VIHF_PURPOSE, seen, ShapeRefusals.where(SamlNames.PURPOSE_OF_USE));
        boolean one = purposes.size() == 1
                && purposes.get(0).codeSystem().equals(PURPOSES)
                && codes.contains(purposes.get(0).code());
        if (!one) {
            Set<String> taken =
                    codes.stream().map(code -> code + "^" + PURPOSES).collect(Collectors.toSet());
            refusals.attribute(SamlNames.PURPOSE_OF_USE, ShapeRefusals.listed(taken, "purposes"), seen);
        }
    }

    private static String text(List<CodedValue> values) {
        return values.stream()
                .map(value -> value.code() + "^" + value.codeSystem())
                .collect(Collectors.joining(" | "));
    }
}

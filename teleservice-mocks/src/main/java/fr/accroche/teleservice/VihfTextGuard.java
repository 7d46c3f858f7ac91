package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.SamlNames;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Wants the texts of a VIHF: each once, in its form.
 *
 * @param versions those that are taken
 */
record VihfTextGuard(Set<String> versions) {

    private static final List<Form> FORMS = List.of(
            // The digits of a test FINESS may be letters.
            new Form(
                    Fact.VIHF_STRUCTURE,
                    SamlNames.IDENTIFIANT_STRUCTURE,
                    "[01234][A-Z0-9]{9,14}",
                    new Observed("idNatStruct", "TRE_G07")),
            new Form(
                    Fact.VIHF_SECTOR,
                    SamlNames.SECTEUR_ACTIVITE,
                    "SA[0-9][0-9]" + Pattern.quote("^1.2.250.1.71.4.2.4"),
                    new Observed("SA07^1.2.250.1.71.4.2.4…", "JDV_J61")));

    private static final String RESOURCE = "urn:dmp";

    /** The other service of which VIHF are public. */
    private static final String ANOTHER_RESOURCE = "urn:ROR";

    /** The mode behind an API PSC is not public, and prototypes disagree: each of the known ones is taken. */
    private static final Form MODE = new Form(
            Fact.VIHF_MODE,
            SamlNames.AUTHENTIFICATION_MODE,
            "DIRECTE|INDIRECTE|INDIRECTE_RENFORCEE|DELEGUEE",
            new Observed("DIRECTE | INDIRECTE | INDIRECTE_RENFORCEE", "VIHF"));

    private static final String WITH_A_CARD = "DIRECTE";

    void check(ParsedAssertion vihf, ShapeRefusals refusals) {
        FORMS.forEach(form -> form.check(vihf.texts(form.attribute()), refusals));
        List<String> modes = Stream.of(SamlNames.AUTHENTIFICATION_MODE, SamlNames.AUTHENTIFICATION_MODE_CAPITAL)
                .flatMap(spelling -> vihf.texts(spelling).stream())
                .toList();
        MODE.check(modes, refusals);
        checkVersion(vihf.texts(SamlNames.VIHF_VERSION), refusals);
        checkResource(vihf.texts(SamlNames.RESSOURCE_URN), refusals);
        checkName(vihf, modes.equals(List.of(WITH_A_CARD)), refusals);
    }

    private void checkVersion(List<String> seen, ShapeRefusals refusals) {
        String shown = String.join(" | ", seen);
        refusals.call().note(Fact.VIHF_VERSION, shown, ShapeRefusals.where(SamlNames.VIHF_VERSION));
        if (seen.size() != 1 || !versions.contains(seen.get(0))) {
            refusals.attribute(SamlNames.VIHF_VERSION, ShapeRefusals.listed(versions, "versions"), shown);
        }
    }

    /** One for the ROR may be right in all, and is for another service. */
    private void checkResource(List<String> seen, ShapeRefusals refusals) {
        String where = ShapeRefusals.where(SamlNames.RESSOURCE_URN);
        String shown = String.join(" | ", seen);
        Observed expected = new Observed(RESOURCE, "VIHF");
        refusals.call().note(Fact.VIHF_RESOURCE, shown, where);
        if (seen.equals(List.of(ANOTHER_RESOURCE))) {
            refusals.refuse(
                    FaultCause.WRONG_SERVICE,
                    Text.of(
                                    "ce VIHF est fait pour un autre service : Ressource_URN est {0}. Faites-en un pour le DMP, en"
                                            + " version {1}",
                                    "this VIHF is made for another service: Ressource_URN is {0}. Make one for the DMP, of version {1}")
                            .with(
                                    ANOTHER_RESOURCE,
                                    ShapeRefusals.listed(versions, "versions").value()),
                    "Ce VIHF est fait pour un autre service : " + ANOTHER_RESOURCE + ".",
                    expected,
                    new Observed(shown, where));
        } else if (!seen.equals(List.of(RESOURCE))) {
            refusals.attribute(SamlNames.RESSOURCE_URN, expected, shown);
        }
    }

    /** A card names its holder; any other person is named in words too. */
    private static void checkName(ParsedAssertion vihf, boolean card, ShapeRefusals refusals) {
        long names = vihf.texts(SamlNames.SUBJECT_ID).stream()
                .filter(name -> !name.isBlank())
                .count();
        String count = String.valueOf(names);
        refusals.call().note(Fact.VIHF_SUBJECT_NAMES, count, ShapeRefusals.where(SamlNames.SUBJECT_ID));
        if (names != 1 && !card) {
            refusals.attribute(SamlNames.SUBJECT_ID, new Observed("1", "VIHF"), count);
        }
    }

    private record Form(Fact fact, String attribute, Pattern pattern, Observed expected) {
        Form(Fact fact, String attribute, String pattern, Observed expected) {
            this(fact, attribute, Pattern.compile(pattern), expected);
        }

        void check(List<String> values, ShapeRefusals refusals) {
            String seen = String.join(" | ", values);
            refusals.call().note(fact, seen, ShapeRefusals.where(attribute));
            if (values.size() != 1 || !pattern.matcher(values.get(0)).matches()) {
                String reason = "L'attribut " + attribute + " du VIHF n'a pas la forme attendue.";
                refusals.attribute(cause(), reason, attribute, expected, seen);
            }
        }

        private FaultCause cause() {
            return fact == Fact.VIHF_SECTOR ? FaultCause.SECTOR_WRONG : FaultCause.VIHF_SHAPE;
        }
    }
}

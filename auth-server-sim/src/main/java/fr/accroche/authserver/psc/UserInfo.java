package fr.accroche.authserver.psc;

import fr.accroche.compliance.identity.Practice;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Situation;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The claims of a professional, with the names and the empty texts of real answers (docs/sources.md, PSC samples). */
final class UserInfo {

    static final List<String> CLAIMS = List.of(
            "sub",
            "Secteur_Activite",
            "SubjectOrganization",
            "SubjectOrganizationID",
            "Mode_Acces_Raison",
            "preferred_username",
            "given_name",
            "family_name",
            "Acces_Regulation_Medicale",
            "UITVersion",
            "Palier_Authentification",
            "SubjectRefPro",
            "SubjectRole",
            "PSI_Locale",
            "otherIds",
            "SubjectNameID");

    /** What it tells of a person without practice alone. */
    static final List<String> WITHOUT_PRACTICE = List.of("codeCivilite");

    private static final String SECTORS = "^1.2.250.1.71.4.2.4";

    /** JDV_J65-SubjectRole-DMP. */
    private static final String ROLES = "^1.2.250.1.213.1.1.5.5";

    /** The role of someone without a health profession, in that value set. */
    private static final String SECRETARIAT = "SECRETARIAT_MEDICAL";

    private UserInfo() {}

    /** As PSC answers for {@code scope_all}; of a person without practice it knows the name and no more. */
    static JsonObject of(Professional person) {
        return person.practices().isEmpty() ? withoutPractice(person) : inPractice(person);
    }

    private static JsonObject withoutPractice(Professional person) {
        return JsonObject.EMPTY
                .with("sub", PscClaims.subject(person))
                .with("preferred_username", person.nationalId())
                .with("codeCivilite", person.civility())
                .with("given_name", person.givenName())
                .with("SubjectNameID", person.nationalId())
                .with("family_name", person.familyName());
    }

    private static JsonObject inPractice(Professional person) {
        Optional<Situation> usual = person.situation();
        return JsonObject.EMPTY
                .with("sub", PscClaims.subject(person))
                .with(
                        "Secteur_Activite",
                        usual.map(where -> where.sector().code() + SECTORS).orElse(""))
                .with(
                        "SubjectOrganization",
                        usual.map(where -> where.structure().name()).orElse(""))
                .with(
                        "SubjectOrganizationID",
                        usual.map(where -> where.structure().technicalId()).orElse(""))
                .with("Mode_Acces_Raison", "")
                .with("preferred_username", person.nationalId())
                .with("given_name", person.givenName())
                .with("family_name", person.familyName())
                .with("Acces_Regulation_Medicale", "FAUX")
                .with("UITVersion", "1.0")
                .with("Palier_Authentification", "APPPRIP3^1.2.250.1.213.1.5.1.1.1")
                .with("SubjectRefPro", SubjectRefPro.of(person))
                .with("SubjectRole", roles(person))
                .with("PSI_Locale", "1.2.250.1.213.1.3.1.1")
                .with("otherIds", PscClaims.otherIds(person))
                .with("SubjectNameID", person.nationalId());
    }

    private static List<Json> roles(Professional person) {
        return PscClaims.texts(
                person.practices().stream().map(UserInfo::role).distinct().toArray(String[]::new));
    }

    private static String role(Practice practice) {
        String code = practice.profession().code();
        return (code.isEmpty() ? SECRETARIAT : code) + ROLES;
    }
}

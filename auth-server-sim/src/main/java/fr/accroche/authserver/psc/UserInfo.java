package fr.accroche.authserver.psc;

import fr.accroche.compliance.identity.Professional;
import fr.accroche.wire.json.JsonObject;
import java.util.List;

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

    private static final List<String> EMPTY_ACTIVITY_FIELDS = List.of(
            "codeSectionPharmacien",
            "codeRole",
            "numeroSiretSite",
            "numeroSirenSite",
            "numeroFinessSite",
            "numeroFinessetablissementJuridique",
            "enseigneCommercialeSite",
            "complementDestinataire",
            "complementPointGeographique",
            "numeroVoie",
            "indiceRepetitionVoie",
            "codeTypeDeVoie",
            "libelleVoie",
            "mentionDistribution",
            "bureauCedex",
            "codePostal",
            "codeCommune",
            "codePays",
            "telephone",
            "telephone2",
            "telecopie",
            "adresseEMail",
            "codeDepartement",
            "ancienIdentifiantDeLaStructure");

    private UserInfo() {}

    static JsonObject of(Professional person) {
        return JsonObject.EMPTY
                .with("sub", PscClaims.subject(person))
                .with("Secteur_Activite", person.sector() + "^1.2.250.1.71.4.2.4")
                .with("SubjectOrganization", person.structureName())
                .with("SubjectOrganizationID", person.structureId())
                .with("Mode_Acces_Raison", "")
                .with("preferred_username", person.nationalId())
                .with("given_name", person.givenName())
                .with("family_name", person.familyName())
                .with("Acces_Regulation_Medicale", "FAUX")
                .with("UITVersion", "1.0")
                .with("Palier_Authentification", "APPPRIP3^1.2.250.1.213.1.5.1.1.1")
                .with("SubjectRefPro", reference(person))
                .with("SubjectRole", PscClaims.texts(person.profession() + "^1.2.250.1.213.1.1.5.5"))
                .with("PSI_Locale", "1.2.250.1.213.1.3.1.1")
                .with("otherIds", PscClaims.otherIds(person))
                .with("SubjectNameID", person.nationalId());
    }

    private static JsonObject reference(Professional person) {
        JsonObject practice = JsonObject.EMPTY
                .with("codeProfession", person.profession())
                .with("codeCategorieProfessionnelle", "C")
                .with("codeCiviliteDexercice", person.civility())
                .with("nomDexercice", person.familyName())
                .with("prenomDexercice", person.givenName())
                .with("codeTypeSavoirFaire", person.skillType())
                .with("codeSavoirFaire", person.skill())
                .with("activities", List.of(activity(person)));
        return JsonObject.EMPTY.with("codeCivilite", person.civility()).with("exercices", List.of(practice));
    }

    private static JsonObject activity(Professional person) {
        JsonObject activity = JsonObject.EMPTY
                .with("codeModeExercice", "L")
                .with("codeSecteurDactivite", person.sector())
                .with("codeGenreActivite", "GENR01")
                .with("identifiantTechniqueDeLaStructure", person.structureId())
                .with("raisonSocialeSite", person.structureName())
                .with("autoriteDenregistrement", "FICTIF/FICTIF/FICTIF");
        for (String field : EMPTY_ACTIVITY_FIELDS) {
            activity = activity.with(field, "");
        }
        return activity;
    }
}

package fr.accroche.authserver.psc;

import fr.accroche.compliance.identity.Address;
import fr.accroche.compliance.identity.Practice;
import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Situation;
import fr.accroche.compliance.identity.Structure;
import fr.accroche.wire.json.JsonObject;

/**
 * The professions and activities of a person, in the shape of real answers (docs/sources.md, PSC samples): every member is
 * there, and empty where there is nothing to say.
 */
final class SubjectRefPro {

    /** France, as the samples have it. */
    private static final String COUNTRY = "99000";

    private static final int DEPARTEMENT = 2;

    private SubjectRefPro() {}

    static JsonObject of(Professional person) {
        return JsonObject.EMPTY
                .with("codeCivilite", person.civility())
                .with(
                        "exercices",
                        person.practices().stream()
                                .map(practice -> exercice(person, practice))
                                .toList());
    }

    private static JsonObject exercice(Professional person, Practice practice) {
        return JsonObject.EMPTY
                .with("codeProfession", practice.profession().code())
                .with("codeCategorieProfessionnelle", practice.category())
                .with("codeCiviliteDexercice", practice.civility())
                .with("nomDexercice", person.familyName())
                .with("prenomDexercice", person.givenName())
                .with("codeTypeSavoirFaire", practice.skillType())
                .with("codeSavoirFaire", practice.skill().code())
                .with(
                        "activities",
                        practice.situations().stream()
                                .map(SubjectRefPro::activity)
                                .toList());
    }

    private static JsonObject activity(Situation situation) {
        Structure structure = situation.structure();
        JsonObject what = JsonObject.EMPTY
                .with("codeModeExercice", situation.mode())
                .with("codeSecteurDactivite", situation.sector().code())
                .with("codeSectionPharmacien", situation.section().code())
                .with("codeRole", situation.role().code())
                .with("codeGenreActivite", situation.kind())
                .with("numeroSiretSite", structure.siret())
                .with("numeroSirenSite", structure.siren())
                .with("numeroFinessSite", structure.finess())
                .with("numeroFinessetablissementJuridique", structure.legalFiness())
                .with("identifiantTechniqueDeLaStructure", structure.technicalId())
                .with("raisonSocialeSite", structure.name())
                .with("enseigneCommercialeSite", "");
        return placed(what, structure.address())
                .with("telephone", structure.phone())
                .with("telephone2", "")
                .with("telecopie", "")
                .with("adresseEMail", structure.email())
                .with("codeDepartement", structure.address().postalCode().substring(0, DEPARTEMENT))
                .with("ancienIdentifiantDeLaStructure", structure.idNatStruct().value())
                .with("autoriteDenregistrement", situation.authority());
    }

    private static JsonObject placed(JsonObject activity, Address address) {
        return activity.with("complementDestinataire", "")
                .with("complementPointGeographique", "")
                .with("numeroVoie", address.number())
                .with("indiceRepetitionVoie", "")
                .with("codeTypeDeVoie", address.streetType())
                .with("libelleVoie", address.street())
                .with("mentionDistribution", "")
                .with("bureauCedex", address.postalCode() + " " + address.city())
                .with("codePostal", address.postalCode())
                .with("codeCommune", address.commune())
                .with("codePays", COUNTRY);
    }
}

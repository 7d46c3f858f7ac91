package fr.accroche.teleservice;

import fr.accroche.compliance.text.Text;

/** In what a fictive patient is unlike most others, and what a software learns by meeting them. */
public enum PatientDeviance {
    SEVERAL_GIVEN_NAMES(Text.of(
            "Plusieurs prénoms, dont un composé : INSi trouve par chacun seul ou par la liste entière, pas sans le trait"
                    + " d'union.",
            "Several given names, one of them compound: INSi finds by any one alone or by the whole list, not without the"
                    + " hyphen.")),
    APOSTROPHE(Text.of(
            "Une apostrophe dans le nom : celle d'ASCII, que l'XML échappe ou non.",
            "An apostrophe in the name: that of ASCII, which XML escapes or not.")),
    HYPHENS(Text.of(
            "Un double trait d'union dans le nom de naissance, seul endroit où il est permis.",
            "A double hyphen in the birth name, the only place where one may be.")),
    WITHOUT_DMP(Text.of(
            "Pas de DMP : TD0.2 répond NF, dépôt et recherche XDSUnknownPatientId.",
            "No DMP: TD0.2 answers NF, deposit and search XDSUnknownPatientId.")),
    DMP_CLOSED(Text.of(
            "DMP fermé : TD0.2 le dit (statut terminated), dépôt et recherche XDSUnknownPatientId.",
            "DMP closed: TD0.2 says so (status terminated), deposit and search XDSUnknownPatientId.")),
    NAMESAKE(
            Text.of(
                    "Deux personnes de mêmes traits : INSi répond CR 02 et n'en donne aucune ; seul le matricule distingue.",
                    "Two persons of the same traits: INSi answers CR 02 and gives neither; only the matricule tells them apart.")),
    FORMER_INS(Text.of(
            "INS rectifiés : INSi donne aussi les anciens (INSHISTO), que DMP et ON ne connaissent plus.",
            "Rectified INS: INSi gives the former ones too (INSHISTO), which DMP and ON no longer know.")),
    PROVISIONAL(Text.of(
            "NIA, identifiant d'attente : même forme, OID .9 pour INSi.",
            "NIA, a provisional number: the same form, OID .9 for INSi.")),
    LUNAR_BIRTH_DATE(Text.of(
            "Jour et mois de naissance inconnus : date « lunaire », qu'aucun type de date ne lit.",
            "Day and month of birth unknown: a 'lunar' date, which no date type reads.")),
    CORSICAN_KEY(Text.of(
            "Né en Corse : une lettre dans le matricule, et une clé où 2A vaut 19, et 2B 18.",
            "Born in Corsica: a letter in the matricule, and a key for which 2A is 19, and 2B 18.")),
    INSI_FAULT(Text.of(
            "INSi échoue sur ces traits (insi_102), à ne pas confondre avec « aucun patient trouvé » ; DMP et ON répondent.",
            "INSi fails on these traits (insi_102), to be told from 'nobody found'; DMP and ON answer.")),
    UNKNOWN(Text.of(
            "Bien formé, de clé juste, et inconnu des trois services.",
            "Well formed, with a right key, and known to none of the three services."));

    private final Text text;

    PatientDeviance(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}

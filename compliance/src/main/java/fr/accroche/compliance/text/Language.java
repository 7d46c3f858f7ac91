package fr.accroche.compliance.text;

import java.util.Locale;

/** The two languages of everything a person reads. */
public enum Language {
    FR,
    EN;

    /** French for a French locale, English for any other. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("fr") ? FR : EN;
    }
}

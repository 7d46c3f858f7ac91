package fr.accroche.compliance.declaration;

import java.util.Objects;

/**
 * How the téléservices behave where public documents are silent.
 *
 * @param assertions all of them, of assertions
 * @param dmp the DMP
 * @param tlsi INSi and ON
 * @param insi INSi alone
 */
public record TeleserviceChoices(AssertionChoices assertions, DmpChoices dmp, TlsiChoices tlsi, InsiChoices insi) {

    public static final TeleserviceChoices DEFAULT = new TeleserviceChoices(
            AssertionChoices.DEFAULT, DmpChoices.DEFAULT, TlsiChoices.DEFAULT, InsiChoices.DEFAULT);

    public TeleserviceChoices {
        Objects.requireNonNull(assertions, "assertions");
        Objects.requireNonNull(dmp, "dmp");
        Objects.requireNonNull(tlsi, "tlsi");
        Objects.requireNonNull(insi, "insi");
    }

    public TeleserviceChoices with(AssertionChoices choices) {
        return new TeleserviceChoices(choices, dmp, tlsi, insi);
    }

    public TeleserviceChoices with(DmpChoices choices) {
        return new TeleserviceChoices(assertions, choices, tlsi, insi);
    }

    public TeleserviceChoices with(TlsiChoices choices) {
        return new TeleserviceChoices(assertions, dmp, choices, insi);
    }

    public TeleserviceChoices with(InsiChoices choices) {
        return new TeleserviceChoices(assertions, dmp, tlsi, choices);
    }
}

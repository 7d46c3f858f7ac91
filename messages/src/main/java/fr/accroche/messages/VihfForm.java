package fr.accroche.messages;

import java.util.Objects;

/**
 * How a VIHF says under which rules it was made: what an API PSC wants there is not public.
 *
 * @param mode Authentification_mode
 * @param version VIHF_Version
 * @param authnContextClass a URN of {@code ac:classes}
 * @param signed whether it is signed
 */
public record VihfForm(String mode, String version, String authnContextClass, boolean signed) {

    /** As the ANS prototypes write it behind PSC. */
    public static final VihfForm INDIRECTE = new VihfForm("INDIRECTE", "3.0", Vihf.MOBILE_TWO_FACTOR, true);

    public VihfForm {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(authnContextClass, "authnContextClass");
    }

    /** The same of another version. */
    public VihfForm withVersion(String other) {
        return new VihfForm(mode, other, authnContextClass, signed);
    }

    /** The same for another way in which the person was authenticated. */
    public VihfForm withAuthnContextClass(String other) {
        return new VihfForm(mode, version, other, signed);
    }

    /** The same without a signature. */
    public VihfForm unsigned() {
        return new VihfForm(mode, version, authnContextClass, false);
    }

    /** Signs a VIHF, or not. */
    public SamlAssertion seal(Vihf vihf, VihfSigner seal) {
        return signed ? seal.sign(vihf) : VihfSigner.unsigned(vihf);
    }
}

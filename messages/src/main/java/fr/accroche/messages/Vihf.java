package fr.accroche.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The DMP's assertion (Vecteur d'Identification et d'Habilitation Formelle) before it is signed.
 *
 * @param id XML identifier, unique; a letter or underscore first
 * @param issueInstant also the AuthnInstant
 * @param issuer DN of the signer's certificate, as {@code X500Principal.getName()} prints it
 * @param person who asks
 * @param structure idNatStruct of the structure the person acts in (Identifiant_Structure)
 * @param sector bare code, for example {@code SA07}; written with its code system; empty only to be refused
 * @param mode Authentification_mode: {@code DIRECTE}, {@code INDIRECTE}, {@code INDIRECTE_RENFORCEE}
 * @param patient resource-id; empty for what concerns no known patient
 * @param purpose purposeofuse
 * @param lps the LPS that generates the VIHF; an absent part is left out
 * @param authnContextClass a URN of {@code ac:classes}
 * @param version VIHF_Version
 */
public record Vihf(
        String id,
        Instant issueInstant,
        String issuer,
        Person person,
        String structure,
        Optional<String> sector,
        String mode,
        Optional<Ins> patient,
        CodedValue purpose,
        LpsIdentity lps,
        String authnContextClass,
        String version) {

    /** How PSC authenticates a person, as the ANS prototypes declare it. */
    public static final String MOBILE_TWO_FACTOR = "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorUnregistered";

    public Vihf {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(issueInstant, "issueInstant");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(structure, "structure");
        Objects.requireNonNull(sector, "sector");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(lps, "lps");
        Objects.requireNonNull(authnContextClass, "authnContextClass");
        Objects.requireNonNull(version, "version");
    }

    /** A version 3.0 for normal access in mode INDIRECTE, of a person whom PSC authenticated. */
    public static Vihf indirecte(
            String id,
            Instant issueInstant,
            String issuer,
            Person person,
            String structure,
            String sector,
            Ins patient,
            LpsIdentity lps) {
        return new Vihf(
                id,
                issueInstant,
                issuer,
                person,
                structure,
                Optional.of(sector),
                "INDIRECTE",
                Optional.of(patient),
                CodedValue.normalAccess(),
                lps,
                MOBILE_TWO_FACTOR,
                "3.0");
    }

    /** The same in another form. */
    public Vihf in(VihfForm form) {
        return new Vihf(
                id,
                issueInstant,
                issuer,
                person,
                structure,
                sector,
                form.mode(),
                patient,
                purpose,
                lps,
                form.authnContextClass(),
                form.version());
    }

    /** The same without the sector, to be refused. */
    public Vihf withoutSector() {
        return new Vihf(
                id,
                issueInstant,
                issuer,
                person,
                structure,
                Optional.empty(),
                mode,
                patient,
                purpose,
                lps,
                authnContextClass,
                version);
    }

    /** The same for another purpose of use. */
    public Vihf withPurpose(CodedValue other) {
        return new Vihf(
                id,
                issueInstant,
                issuer,
                person,
                structure,
                sector,
                mode,
                patient,
                other,
                lps,
                authnContextClass,
                version);
    }
}

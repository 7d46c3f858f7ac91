package fr.accroche.scenarios.lps;

import fr.accroche.certs.HeldCertificate;
import fr.accroche.messages.Author;
import fr.accroche.messages.CodedValue;
import fr.accroche.messages.Ins;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.RequestWriter;
import fr.accroche.messages.SamlAssertion;
import fr.accroche.messages.SamlNames;
import fr.accroche.messages.Vihf;
import fr.accroche.messages.VihfForm;
import fr.accroche.messages.VihfSigner;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes the assertions of a simulated LPS, wrong in the one way that its profile says. */
final class LpsAssertions {

    private static final String VERSION_OF_ROR = "2.0";

    /** How PSC says it, which is no class of SAML's. */
    private static final String NO_CONTEXT = "eidas1";

    private static final Duration OLD = Duration.ofHours(2);
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final LpsProfile profile;
    private final RequestWriter writer;
    private final Map<ParsedAssertion.Kind, SamlAssertion> kept = new EnumMap<>(ParsedAssertion.Kind.class);

    LpsAssertions(LpsProfile profile, Clock clock, Supplier<UUID> ids) {
        this.profile = profile;
        this.writer = new RequestWriter(Clock.offset(clock, shift(profile)), ids);
    }

    private static Duration shift(LpsProfile profile) {
        if (profile.has(LpsDefect.SENDS_AN_OLD_ASSERTION)) {
            return OLD.negated();
        }
        return profile.has(LpsDefect.SENDS_AN_ASSERTION_OF_THE_FUTURE) ? AHEAD : Duration.ZERO;
    }

    /** The DMP's; empty where it is left out. */
    Optional<SamlAssertion> vihf(Author author, Ins patient) {
        return assertion(ParsedAssertion.Kind.VIHF, () -> sealed(author, patient));
    }

    /** INSi's and ON's; empty where it is left out. */
    Optional<SamlAssertion> ps(Author author, Ins patient) {
        return profile.has(LpsDefect.SENDS_THE_VIHF_EVERYWHERE)
                ? vihf(author, patient)
                : assertion(ParsedAssertion.Kind.ASSERTION_PS, () -> ps(author));
    }

    private Optional<SamlAssertion> assertion(ParsedAssertion.Kind kind, Supplier<SamlAssertion> made) {
        if (profile.has(LpsDefect.OMITS_THE_ASSERTION)) {
            return Optional.empty();
        }
        return Optional.of(
                profile.has(LpsDefect.REUSES_THE_ASSERTION)
                        ? kept.computeIfAbsent(kind, none -> made.get())
                        : made.get());
    }

    private SamlAssertion sealed(Author author, Ins patient) {
        HeldCertificate signing =
                profile.has(LpsDefect.SIGNS_WITH_THE_CLIENT_CERTIFICATE) ? profile.other() : profile.seal();
        VihfSigner signer = new VihfSigner(signing.key(), signing.certificate());
        SamlAssertion signed = form().seal(changed(writer.vihf(author, patient, signer, form())), signer);
        return profile.has(LpsDefect.CHANGES_THE_VIHF_AFTER_SIGNING) ? changed(signed) : signed;
    }

    private VihfForm form() {
        VihfForm form = profile.has(LpsDefect.WRITES_THE_VIHF_OF_ROR)
                ? profile.vihf().withVersion(VERSION_OF_ROR)
                : profile.vihf();
        if (profile.has(LpsDefect.LEAVES_THE_VIHF_UNSIGNED)) {
            form = form.unsigned();
        }
        return profile.has(LpsDefect.SAYS_NO_AUTHENTICATION_CONTEXT) ? form.withAuthnContextClass(NO_CONTEXT) : form;
    }

    private Vihf changed(Vihf vihf) {
        Vihf written = profile.has(LpsDefect.OMITS_THE_SECTOR) ? vihf.withoutSector() : vihf;
        return profile.has(LpsDefect.WRITES_AN_UNKNOWN_PURPOSE)
                ? written.withPurpose(new CodedValue("soins", written.purpose().codeSystem(), "Soins"))
                : written;
    }

    private SamlAssertion changed(SamlAssertion signed) {
        String name = profile.person().professional().displayName();
        return new SamlAssertion(signed.xml().replace(name, name + " BIS"));
    }

    private SamlAssertion ps(Author author) {
        String xml = writer.assertionPs(author).xml();
        if (profile.has(LpsDefect.NAMES_THE_SPECIALITY_AS_BEFORE)) {
            xml = xml.replace(SamlNames.CODE_SPECIALITE_AMO, SamlNames.CODE_SPECIALITE);
        }
        if (profile.has(LpsDefect.NAMES_THE_PERSON_AS_OF_A_CARD)) {
            xml = xml.replace("NameQualifier=\"PSC\"", "NameQualifier=\"CPX\"");
        }
        return new SamlAssertion(xml);
    }
}

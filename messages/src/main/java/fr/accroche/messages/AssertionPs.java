package fr.accroche.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The Assurance Maladie's assertion for INSi and ON, in PSC mode: unsigned, trust comes from the API token and mTLS. It
 * says nothing of the software, which {@link ContexteLps} does.
 *
 * @param id XML identifier, unique; a letter or underscore first
 * @param issueInstant when it was made
 * @param issuer DN; what it must be in PSC mode is not public
 * @param nameId idNatPS
 * @param nameQualifier {@code PSC}; {@code CPS}, {@code CPF}… for a card
 * @param identifiantFacturation the billing identifier or the establishment's number
 * @param speciality only for physicians; written under the name that the official PSC sample gives it
 * @param sector bare code, for example {@code SA07}
 * @param gipProfessionCode only for a person of several professions
 */
public record AssertionPs(
        String id,
        Instant issueInstant,
        String issuer,
        String nameId,
        String nameQualifier,
        String identifiantFacturation,
        Optional<String> speciality,
        String sector,
        Optional<String> gipProfessionCode) {

    public AssertionPs {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(issueInstant, "issueInstant");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(nameId, "nameId");
        Objects.requireNonNull(nameQualifier, "nameQualifier");
        Objects.requireNonNull(identifiantFacturation, "identifiantFacturation");
        Objects.requireNonNull(speciality, "speciality");
        Objects.requireNonNull(sector, "sector");
        Objects.requireNonNull(gipProfessionCode, "gipProfessionCode");
    }

    /** Writes it. */
    public SamlAssertion toAssertion() {
        XmlText xml = XmlText.fragment()
                .open(
                        "saml2:Assertion",
                        "xmlns:saml2",
                        Namespaces.SAML2,
                        "Version",
                        "2.0",
                        "ID",
                        id,
                        "IssueInstant",
                        Times.milliseconds(issueInstant))
                .leaf("saml2:Issuer", issuer, "Format", SamlNames.X509_SUBJECT)
                .open("saml2:Subject")
                .leaf("saml2:NameID", nameId, "NameQualifier", nameQualifier)
                .close()
                .open("saml2:AttributeStatement");
        attribute(xml, SamlNames.IDENTIFIANT_FACTURATION, Optional.of(identifiantFacturation));
        attribute(xml, SamlNames.CODE_SPECIALITE_AMO, speciality);
        attribute(xml, SamlNames.SECTEUR_ACTIVITE_AMO, Optional.of(sector));
        attribute(xml, SamlNames.GIP_PROFESSION_CODE, gipProfessionCode);
        return new SamlAssertion(xml.end());
    }

    private static void attribute(XmlText xml, String name, Optional<String> value) {
        value.ifPresent(text -> xml.open("saml2:Attribute", "Name", name)
                .leaf("saml2:AttributeValue", text)
                .close());
    }
}

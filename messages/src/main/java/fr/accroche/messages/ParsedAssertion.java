package fr.accroche.messages;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A SAML 2.0 assertion as it was received. Nothing in it is trusted: {@link SignatureVerifier} says whether what is
 * here was signed, and others whether the signer may.
 *
 * @param kind told from its content, not from where it came
 * @param id XML identifier; any text, a bare UUID too
 * @param issueInstant empty also if it is no date
 * @param issuer the text, a DN
 * @param issuerFormat Format of Issuer
 * @param nameId the person
 * @param nameQualifier of the NameID
 * @param authnInstant empty also if it is no date
 * @param authnContextClass AuthnContextClassRef
 * @param attributes texts by Name, in the order of the message; an attribute of coded values has no text
 * @param roles subject:role, in order
 * @param purposes subject:purposeofuse, of which there must be one
 * @param signature whether there is one and where; not whether it is right
 * @param source for {@link SignatureVerifier}
 */
public record ParsedAssertion(
        Kind kind,
        Optional<String> id,
        Optional<Instant> issueInstant,
        Optional<String> issuer,
        Optional<String> issuerFormat,
        Optional<String> nameId,
        Optional<String> nameQualifier,
        Optional<Instant> authnInstant,
        Optional<String> authnContextClass,
        Map<String, List<String>> attributes,
        List<CodedValue> roles,
        List<CodedValue> purposes,
        SignaturePlace signature,
        AssertionXml source) {

    /** Which assertion it is. */
    public enum Kind {
        /** The DMP's. */
        VIHF,
        /** The Assurance Maladie's, of a professional. */
        ASSERTION_PS,
        /** Another, legal beside them: of a structure, of a carte Vitale. */
        OTHER
    }

    /** Where the ds:Signature is among the assertion's children. */
    public enum SignaturePlace {
        ABSENT,
        /** Where the SAML schema wants it. */
        AFTER_ISSUER,
        /** Elsewhere: the schema forbids it, some software does it. */
        MISPLACED
    }

    public ParsedAssertion {
        Objects.requireNonNull(kind, "kind");
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        roles = List.copyOf(roles);
        purposes = List.copyOf(purposes);
        Objects.requireNonNull(source, "source");
    }

    /** The value of an attribute that has exactly one. */
    public Optional<String> text(String attribute) {
        List<String> values = texts(attribute);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Every text of an attribute; none if it is not there. */
    public List<String> texts(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** What the VIHF says of the software; an Assertion PS says nothing, see {@link ContexteLps}. */
    public LpsIdentity lps() {
        return new LpsIdentity(
                text(SamlNames.LPS_NOM),
                text(SamlNames.LPS_VERSION),
                text(SamlNames.LPS_ID),
                text(SamlNames.LPS_ID_HOMOLOGATION_DMP));
    }

    /** The VIHF's mode, in whichever of the two spellings in use. */
    public Optional<String> authentificationMode() {
        return text(SamlNames.AUTHENTIFICATION_MODE).or(() -> text(SamlNames.AUTHENTIFICATION_MODE_CAPITAL));
    }

    /** The Assertion PS's speciality, under whichever of the two names in use. */
    public Optional<String> speciality() {
        return text(SamlNames.CODE_SPECIALITE_AMO).or(() -> text(SamlNames.CODE_SPECIALITE));
    }

    /** The VIHF's patient; empty also if resource-id is malformed. */
    public Optional<Ins> patient() {
        return text(SamlNames.RESOURCE_ID).flatMap(Ins::ofHl7);
    }

    /** Keeps attributes out of every log: among them are the patient and the software's number. */
    @Override
    public String toString() {
        return "ParsedAssertion[%s, id=%s, nameId=%s, signature=%s]"
                .formatted(kind, id.orElse("-"), nameId.orElse("-"), signature);
    }
}

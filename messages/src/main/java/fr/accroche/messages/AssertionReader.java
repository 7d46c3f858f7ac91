package fr.accroche.messages;

import fr.accroche.messages.ParsedAssertion.Kind;
import fr.accroche.messages.ParsedAssertion.SignaturePlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads an assertion leniently in what lacks, strictly in what could be read in two ways. */
final class AssertionReader {
    private static final Set<String> MARKS_OF_VIHF =
            Set.of(SamlNames.VIHF_VERSION, SamlNames.RESSOURCE_URN, SamlNames.LPS_ID_HOMOLOGATION_DMP);
    private static final Set<String> MARKS_OF_ASSERTION_PS = Set.of(
            SamlNames.IDENTIFIANT_FACTURATION,
            SamlNames.CODE_SPECIALITE,
            SamlNames.CODE_SPECIALITE_AMO,
            SamlNames.SECTEUR_ACTIVITE_AMO);

    private AssertionReader() {}

    static ParsedAssertion read(Element assertion) {
        Optional<Element> nameId = child(assertion, "Subject").flatMap(subject -> child(subject, "NameID"));
        Optional<Element> authn = child(assertion, "AuthnStatement");
        Map<String, Element> attributes = attributes(assertion);
        Map<String, List<String>> texts = new LinkedHashMap<>();
        attributes.forEach((name, attribute) -> texts.put(name, texts(attribute)));
        return new ParsedAssertion(
                kind(nameId, texts),
                Dom.attribute(assertion, "ID"),
                Dom.attribute(assertion, "IssueInstant").flatMap(Times::parse),
                child(assertion, "Issuer").map(Dom::text),
                child(assertion, "Issuer").flatMap(issuer -> Dom.attribute(issuer, "Format")),
                nameId.map(Dom::text),
                nameId.flatMap(element -> Dom.attribute(element, "NameQualifier")),
                authn.flatMap(statement -> Dom.attribute(statement, "AuthnInstant"))
                        .flatMap(Times::parse),
                authn.flatMap(statement -> child(statement, "AuthnContext"))
                        .flatMap(context -> child(context, "AuthnContextClassRef"))
                        .map(Dom::text),
                texts,
                coded(attributes, SamlNames.ROLE, "Role"),
                coded(attributes, SamlNames.PURPOSE_OF_USE, "PurposeOfUse"),
                place(assertion),
                new AssertionXml(assertion));
    }

    private static Optional<Element> child(Element parent, String name) {
        return Dom.only(parent, Namespaces.SAML2, name);
    }

    private static Map<String, Element> attributes(Element assertion) {
        Map<String, Element> found = new LinkedHashMap<>();
        for (Element statement : Dom.children(assertion, Namespaces.SAML2, "AttributeStatement")) {
            for (Element attribute : Dom.children(statement, Namespaces.SAML2, "Attribute")) {
                String name = Dom.attribute(attribute, "Name")
                        .orElseThrow(() -> new MessageException("an <Attribute> of the assertion has no Name"));
                if (found.put(name, attribute) != null) {
                    throw new MessageException("an attribute of the assertion is given twice: give it once, with"
                            + " several AttributeValue if it has several values");
                }
            }
        }
        return found;
    }

    private static List<String> texts(Element attribute) {
        return values(attribute).stream()
                .filter(value -> Dom.children(value).isEmpty())
                .map(Dom::text)
                .toList();
    }

    private static List<Element> values(Element attribute) {
        return Dom.children(attribute, Namespaces.SAML2, "AttributeValue");
    }

    private static List<CodedValue> coded(Map<String, Element> attributes, String attribute, String element) {
        return Optional.ofNullable(attributes.get(attribute)).map(AssertionReader::values).orElse(List.of()).stream()
                .flatMap(value -> Dom.children(value, Namespaces.HL7, element).stream())
                .map(coded -> new CodedValue(
                        Dom.attribute(coded, "code").orElse(""),
                        Dom.attribute(coded, "codeSystem").orElse(""),
                        Dom.attribute(coded, "displayName").orElse("")))
                .toList();
    }

    private static Kind kind(Optional<Element> nameId, Map<String, List<String>> attributes) {
        if (attributes.keySet().stream().anyMatch(MARKS_OF_VIHF::contains)) {
            return Kind.VIHF;
        }
        boolean ofStructure = attributes.containsKey(SamlNames.PAGM);
        boolean ofPerson = nameId.isPresent() && attributes.keySet().stream().anyMatch(MARKS_OF_ASSERTION_PS::contains);
        return ofPerson && !ofStructure ? Kind.ASSERTION_PS : Kind.OTHER;
    }

    private static SignaturePlace place(Element assertion) {
        List<Element> children = Dom.children(assertion);
        for (int i = 0; i < children.size(); i++) {
            if (Dom.is(children.get(i), Namespaces.XMLDSIG, "Signature")) {
                boolean afterIssuer = i == 1 && Dom.is(children.get(0), Namespaces.SAML2, "Issuer");
                return afterIssuer ? SignaturePlace.AFTER_ISSUER : SignaturePlace.MISPLACED;
            }
        }
        return SignaturePlace.ABSENT;
    }
}

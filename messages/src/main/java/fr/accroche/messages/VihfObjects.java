package fr.accroche.messages;

import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.schema.XSAny;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.core.xml.schema.impl.XSAnyBuilder;
import org.opensaml.core.xml.schema.impl.XSStringBuilder;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AttributeStatement;
import org.opensaml.saml.saml2.core.AttributeValue;
import org.opensaml.saml.saml2.core.AuthnContext;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.Subject;
import org.opensaml.saml.saml2.core.impl.AssertionBuilder;
import org.opensaml.saml.saml2.core.impl.AttributeBuilder;
import org.opensaml.saml.saml2.core.impl.AttributeStatementBuilder;
import org.opensaml.saml.saml2.core.impl.AuthnContextBuilder;
import org.opensaml.saml.saml2.core.impl.AuthnContextClassRefBuilder;
import org.opensaml.saml.saml2.core.impl.AuthnStatementBuilder;
import org.opensaml.saml.saml2.core.impl.IssuerBuilder;
import org.opensaml.saml.saml2.core.impl.NameIDBuilder;
import org.opensaml.saml.saml2.core.impl.SubjectBuilder;

/** A VIHF as OpenSAML's objects: children and attributes in the order of the DMP's official samples. */
final class VihfObjects {
    private static final String SECTORS = "^1.2.250.1.71.4.2.4";
    private static final String DMP = "urn:dmp";

    /** Unprefixed: it is HL7's only because its element makes HL7 the default namespace. */
    private static final String HL7_CODED = "CE";

    private static final QName STRING = new QName(XMLConstants.W3C_XML_SCHEMA_NS_URI, "string", "xs");

    private VihfObjects() {}

    static Assertion of(Vihf vihf) {
        Assertion assertion = new AssertionBuilder().buildObject();
        assertion.setID(XmlText.writable(vihf.id()));
        assertion.setIssueInstant(vihf.issueInstant());
        assertion.setIssuer(issuer(vihf.issuer()));
        assertion.setSubject(subject(vihf.person().nameId()));
        assertion.getAuthnStatements().add(authn(vihf));
        assertion.getAttributeStatements().add(attributes(vihf));
        return assertion;
    }

    private static Issuer issuer(String dn) {
        Issuer issuer = new IssuerBuilder().buildObject();
        issuer.setFormat(SamlNames.X509_SUBJECT);
        issuer.setValue(XmlText.writable(dn));
        return issuer;
    }

    private static Subject subject(String person) {
        NameID nameId = new NameIDBuilder().buildObject();
        nameId.setValue(XmlText.writable(person));
        Subject subject = new SubjectBuilder().buildObject();
        subject.setNameID(nameId);
        return subject;
    }

    private static AuthnStatement authn(Vihf vihf) {
        AuthnContextClassRef reference = new AuthnContextClassRefBuilder().buildObject();
        reference.setURI(XmlText.writable(vihf.authnContextClass()));
        AuthnContext context = new AuthnContextBuilder().buildObject();
        context.setAuthnContextClassRef(reference);
        AuthnStatement statement = new AuthnStatementBuilder().buildObject();
        statement.setAuthnInstant(vihf.issueInstant());
        statement.setAuthnContext(context);
        return statement;
    }

    private static AttributeStatement attributes(Vihf vihf) {
        AttributeStatement statement = new AttributeStatementBuilder().buildObject();
        List<Attribute> to = statement.getAttributes();
        to.add(text(SamlNames.IDENTIFIANT_STRUCTURE, vihf.structure()));
        text(to, SamlNames.SECTEUR_ACTIVITE, vihf.sector().map(code -> code + SECTORS));
        to.add(text(SamlNames.SUBJECT_ID, vihf.person().displayName()));
        to.add(coded(SamlNames.ROLE, "Role", vihf.person().roles()));
        to.add(text(SamlNames.VIHF_VERSION, vihf.version()));
        to.add(text(SamlNames.AUTHENTIFICATION_MODE, vihf.mode()));
        text(to, SamlNames.RESOURCE_ID, vihf.patient().map(Ins::hl7));
        to.add(text(SamlNames.RESSOURCE_URN, DMP));
        to.add(coded(SamlNames.PURPOSE_OF_USE, "PurposeOfUse", List.of(vihf.purpose())));
        text(to, SamlNames.LPS_ID, vihf.lps().id());
        text(to, SamlNames.LPS_NOM, vihf.lps().name());
        text(to, SamlNames.LPS_VERSION, vihf.lps().version());
        text(to, SamlNames.LPS_ID_HOMOLOGATION_DMP, vihf.lps().number());
        return statement;
    }

    private static void text(List<Attribute> to, String name, Optional<String> value) {
        value.ifPresent(present -> to.add(text(name, present)));
    }

    private static Attribute text(String name, String value) {
        XSString string = new XSStringBuilder().buildObject(AttributeValue.DEFAULT_ELEMENT_NAME, STRING);
        string.setValue(XmlText.writable(value));
        return attribute(name, List.of(string));
    }

    private static Attribute coded(String name, String element, List<CodedValue> values) {
        return attribute(
                name, values.stream().map(value -> coded(element, value)).toList());
    }

    private static XMLObject coded(String element, CodedValue coded) {
        XSAny child = new XSAnyBuilder().buildObject(Namespaces.HL7, element, "");
        child.getUnknownAttributes().put(new QName(Namespaces.XSI, "type", "xsi"), HL7_CODED);
        child.getUnknownAttributes().put(new QName("code"), XmlText.writable(coded.code()));
        child.getUnknownAttributes().put(new QName("codeSystem"), XmlText.writable(coded.codeSystem()));
        child.getUnknownAttributes().put(new QName("displayName"), XmlText.writable(coded.displayName()));
        XSAny value = new XSAnyBuilder().buildObject(AttributeValue.DEFAULT_ELEMENT_NAME);
        value.getUnknownXMLObjects().add(child);
        return value;
    }

    private static Attribute attribute(String name, List<? extends XMLObject> values) {
        Attribute attribute = new AttributeBuilder().buildObject();
        attribute.setName(name);
        attribute.getAttributeValues().addAll(values);
        return attribute;
    }
}

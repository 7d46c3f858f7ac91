package fr.accroche.messages;

import java.util.Objects;
import org.apache.xml.security.Init;
import org.opensaml.core.config.ConfigurationService;
import org.opensaml.core.xml.config.XMLObjectProviderRegistry;
import org.opensaml.core.xml.schema.XSString;
import org.opensaml.core.xml.schema.impl.*;
import org.opensaml.saml.saml2.core.*;
import org.opensaml.saml.saml2.core.impl.*;
import org.opensaml.xmlsec.signature.KeyInfo;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.X509Certificate;
import org.opensaml.xmlsec.signature.X509Data;
import org.opensaml.xmlsec.signature.impl.*;

/**
 * Tells OpenSAML the few elements that a VIHF is made of, when one is first signed or verified. OpenSAML's own
 * InitializationService tells it hundreds, from XML files checked against their schema, for more than a second of
 * start-up.
 */
final class OpenSamlRegistry {
    /** Santuario reads it once: without it, base64 is cut into lines that end with {@code &#xD;}. */
    private static final String NO_LINE_BREAKS = "org.apache.xml.security.ignoreLineBreaks";

    private OpenSamlRegistry() {}

    private static final class Once {
        static final XMLObjectProviderRegistry REGISTRY = fill(existingOrNew());
    }

    /** Returns when OpenSAML and Santuario can be used. */
    static void ready() {
        Objects.requireNonNull(Once.REGISTRY);
    }

    private static XMLObjectProviderRegistry existingOrNew() {
        if (System.getProperty(NO_LINE_BREAKS) == null) {
            System.setProperty(NO_LINE_BREAKS, "true");
        }
        Init.init();
        XMLObjectProviderRegistry existing = ConfigurationService.get(XMLObjectProviderRegistry.class);
        return existing != null ? existing : new XMLObjectProviderRegistry();
    }

    private static XMLObjectProviderRegistry fill(XMLObjectProviderRegistry to) {
        ConfigurationService.register(XMLObjectProviderRegistry.class, to);
        to.registerObjectProvider(
                to.getDefaultProviderQName(), new XSAnyBuilder(), new XSAnyMarshaller(), new XSAnyUnmarshaller());
        to.registerObjectProvider(
                XSString.TYPE_NAME, new XSStringBuilder(), new XSStringMarshaller(), new XSStringUnmarshaller());
        assertion(to);
        statements(to);
        signature(to);
        return to;
    }

    private static void assertion(XMLObjectProviderRegistry to) {
        to.registerObjectProvider(
                Assertion.DEFAULT_ELEMENT_NAME,
                new AssertionBuilder(),
                new AssertionMarshaller(),
                new AssertionUnmarshaller());
        to.registerObjectProvider(
                Issuer.DEFAULT_ELEMENT_NAME,
                new IssuerBuilder(),
                new NameIDTypeMarshaller(),
                new NameIDTypeUnmarshaller());
        to.registerObjectProvider(
                Subject.DEFAULT_ELEMENT_NAME, new SubjectBuilder(), new SubjectMarshaller(), new SubjectUnmarshaller());
        to.registerObjectProvider(
                NameID.DEFAULT_ELEMENT_NAME,
                new NameIDBuilder(),
                new NameIDTypeMarshaller(),
                new NameIDTypeUnmarshaller());
    }

    private static void statements(XMLObjectProviderRegistry to) {
        to.registerObjectProvider(
                AuthnStatement.DEFAULT_ELEMENT_NAME,
                new AuthnStatementBuilder(),
                new AuthnStatementMarshaller(),
                new AuthnStatementUnmarshaller());
        to.registerObjectProvider(
                AuthnContext.DEFAULT_ELEMENT_NAME,
                new AuthnContextBuilder(),
                new AuthnContextMarshaller(),
                new AuthnContextUnmarshaller());
        to.registerObjectProvider(
                AuthnContextClassRef.DEFAULT_ELEMENT_NAME,
                new AuthnContextClassRefBuilder(),
                new XSURIMarshaller(),
                new XSURIUnmarshaller());
        to.registerObjectProvider(
                AttributeStatement.DEFAULT_ELEMENT_NAME,
                new AttributeStatementBuilder(),
                new AttributeStatementMarshaller(),
                new AttributeStatementUnmarshaller());
        to.registerObjectProvider(
                Attribute.DEFAULT_ELEMENT_NAME,
                new AttributeBuilder(),
                new AttributeMarshaller(),
                new AttributeUnmarshaller());
    }

    private static void signature(XMLObjectProviderRegistry to) {
        to.registerObjectProvider(
                Signature.DEFAULT_ELEMENT_NAME,
                new SignatureBuilder(),
                new SignatureMarshaller(),
                new SignatureUnmarshaller());
        to.registerObjectProvider(
                KeyInfo.DEFAULT_ELEMENT_NAME, new KeyInfoBuilder(), new KeyInfoMarshaller(), new KeyInfoUnmarshaller());
        to.registerObjectProvider(
                X509Data.DEFAULT_ELEMENT_NAME,
                new X509DataBuilder(),
                new X509DataMarshaller(),
                new X509DataUnmarshaller());
        to.registerObjectProvider(
                X509Certificate.DEFAULT_ELEMENT_NAME,
                new X509CertificateBuilder(),
                new XSBase64BinaryMarshaller(),
                new XSBase64BinaryUnmarshaller());
    }
}

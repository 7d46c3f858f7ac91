package fr.accroche.messages;

import static fr.accroche.messages.SignedSample.EVIL_PERSON;
import static fr.accroche.messages.SignedSample.PERSON;

import fr.accroche.messages.WrappingAttacks.Attack;
import java.util.LinkedHashMap;
import java.util.Map;

/** Documents that are not the same tree for everybody. */
final class ParserAttacks {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private ParserAttacks() {}

    static Map<String, Attack> all() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.putAll(doctypes());
        all.putAll(namespaces());
        all.putAll(documents());
        return all;
    }

    private static Map<String, Attack> doctypes() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("doctype", s -> doctype(s, ""));
        all.put("doctype-id", s -> doctype(s, "[<!ATTLIST x y ID #IMPLIED>]"));
        all.put("doctype-default-id", s -> doctype(s, "[<!ATTLIST saml2:Assertion ID CDATA \"" + s.id() + "\">]"));
        all.put("doctype-namespace", s -> doctype(s, "[<!ATTLIST saml2:NameID xmlns:saml2 CDATA \"urn:x\">]"));
        all.put(
                "doctype-entity",
                s -> doctype(s, "[<!ENTITY p \"" + EVIL_PERSON + "\">]").replace(PERSON, "&p;"));
        all.put(
                "doctype-external-entity",
                s -> doctype(s, "[<!ENTITY p SYSTEM \"file:///etc/passwd\">]").replace(PERSON, "&p;"));
        all.put("doctype-parameter-entity", s -> doctype(s, "[<!ENTITY % p SYSTEM \"http://simulateur.test/\"> %p;]"));
        all.put("doctype-notation", s -> doctype(s, "[<!NOTATION n SYSTEM \"]><x>\">]"));
        all.put("doctype-within", s -> s.soap(s.genuine().replace("<saml2:Subject>", "<!DOCTYPE x><saml2:Subject>")));
        return all;
    }

    private static Map<String, Attack> namespaces() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put(
                "prefix-redefined",
                s -> s.soap(s.genuine()
                        .replace("<saml2:Issuer", "<saml2:Issuer xmlns:saml2=\"urn:x\"")
                        .replace("</saml2:Issuer>", "</saml2:Issuer><saml2:Issuer>CN=x</saml2:Issuer>")));
        all.put(
                "prefix-redefined-above",
                s -> s.soap(s.genuine().replace("<saml2:Assertion ", "<saml2:Assertion xmlns:unused=\"urn:x\" ")));
        all.put(
                "namespace-injected",
                s -> s.soap(s.genuine())
                        .replace(
                                "<soap:Header",
                                "<soap:Header xmlns:ds=\"urn:x\" xmlns:saml2=\"urn:x\" xmlns:xs=\"urn:x\""));
        all.put(
                "type-prefix-redefined",
                s -> s.soap(new ForeignSigner(
                                s.unsigned()
                                        .replace(
                                                "<saml2:NameID",
                                                "<saml2:NameID xmlns:q=\"urn:q\" xmlns:xsi=\"" + Namespaces.XSI
                                                        + "\" xsi:type=\"q:t\""),
                                s.id())
                        .assertion()
                        .replace("urn:q", "urn:evil")));
        all.put(
                "xml-prefix-redefined",
                s -> s.soap(s.genuine().replace("<saml2:Subject>", "<saml2:Subject xmlns:xml=\"urn:x\">")));
        all.put(
                "xmlns-prefix-declared",
                s -> s.soap(s.genuine().replace("<saml2:Subject>", "<saml2:Subject xmlns:xmlns=\"urn:x\">")));
        all.put(
                "prefix-undeclared",
                s -> s.soap(s.genuine().replace("<saml2:Subject>", "<saml2:Subject xmlns:saml2=\"\">")));
        all.put(
                "namespace-relative",
                s -> s.soap(s.genuine().replace("<saml2:Subject>", "<saml2:Subject xmlns:r=\"1\" r:x=\"\">")));
        all.put(
                "attribute-twice-by-prefix",
                s -> s.soap(s.genuine()
                        .replace(
                                "<saml2:Subject>",
                                "<saml2:Subject xmlns:a=\"urn:x\" xmlns:b=\"urn:x\" a:c=\"1\" b:c=\"2\">")));
        all.put(
                "assertion-other-namespace",
                s -> s.soap(
                        s.evil("").replace(Namespaces.SAML2, "urn:oasis:names:tc:SAML:1.0:assertion") + s.genuine()));
        return all;
    }

    private static Map<String, Attack> documents() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("two-roots", s -> s.soap() + s.genuine());
        all.put("text-after-root", s -> s.soap() + "x");
        all.put("xml-1.1", s -> s.soap().replace("version=\"1.0\"", "version=\"1.1\""));
        all.put("encoding-other", s -> s.soap().replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\""));
        all.put("encoding-utf-7", s -> s.soap().replace("encoding=\"UTF-8\"", "encoding=\"UTF-7\""));
        all.put("stylesheet", s -> s.soap().replace("?>", "?><?xml-stylesheet href=\"http://simulateur.test/\"?>"));
        all.put(
                "schema-location",
                s -> s.soap()
                        .replace(
                                "<soap:Envelope",
                                "<soap:Envelope xmlns:xsi=\"" + Namespaces.XSI
                                        + "\" xsi:schemaLocation=\"urn:x http://simulateur.test/x.xsd\""));
        all.put(
                "xinclude",
                s -> s.soap(
                        s.genuine(),
                        "<i:include xmlns:i=\"http://www.w3.org/2001/XInclude\""
                                + " href=\"file:///etc/passwd\" parse=\"text\"/>"));
        return all;
    }

    private static String doctype(SignedSample s, String subset) {
        String message = s.soap();
        if (!message.startsWith(DECLARATION)) {
            throw new IllegalStateException(message);
        }
        return DECLARATION + "<!DOCTYPE soap:Envelope " + subset + ">" + message.substring(DECLARATION.length());
    }
}

package fr.accroche.messages;

import static fr.accroche.messages.SignedSample.EVIL_PERSON;
import static fr.accroche.messages.SignedSample.PERSON;

import fr.accroche.messages.WrappingAttacks.Attack;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one reader takes whole and another in part; of two, one takes the first and another the last. */
final class TextAttacks {
    private static final String ATTRIBUTE =
            "<saml2:Attribute Name=\"%s\"><saml2:AttributeValue>x</saml2:AttributeValue></saml2:Attribute>";

    private TextAttacks() {}

    static Map<String, Attack> all() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.putAll(split());
        all.putAll(twice());
        all.putAll(twiceAndSigned());
        return all;
    }

    private static Map<String, Attack> split() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("name-id-comment", s -> person(s, "8999<!-- -->00000011"));
        all.put("name-id-comment-first", s -> person(s, "<!-- x -->899900000011"));
        all.put("name-id-instruction", s -> person(s, "8999<?x y?>00000011"));
        all.put(
                "name-id-instruction-signed",
                s -> signed(s, s.unsigned().replace(PERSON + "</saml2:NameID>", "8999<?x y?>00000011</saml2:NameID>")));
        all.put("name-id-cdata", s -> person(s, "<![CDATA[8999]]>00<![CDATA[000011]]>"));
        all.put("name-id-character-reference", s -> person(s, "&#x38;99900000011"));
        all.put("name-id-entity", s -> person(s, "8999&x;00000011"));
        all.put("name-id-element", s -> person(s, "8999<x/>00000011"));
        all.put(
                "name-id-element-signed",
                s -> signed(
                        s,
                        s.unsigned()
                                .replace(
                                        PERSON + "</saml2:NameID>",
                                        "8999<x xmlns=\"urn:x\"/>00000011</saml2:NameID>")));
        all.put("name-id-space", s -> person(s, " 899900000011"));
        all.put("name-id-null", s -> person(s, "899900000011&#0;"));
        all.put("attribute-comment", s -> s.soap(s.genuine().replace("SA07", "SA<!---->07")));
        return all;
    }

    private static Map<String, Attack> twice() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put(
                "name-id-twice",
                s -> s.soap(s.genuine()
                        .replace(
                                "<saml2:Subject>", "<saml2:Subject><saml2:NameID>" + EVIL_PERSON + "</saml2:NameID>")));
        all.put(
                "subject-twice",
                s -> s.soap(s.genuine()
                        .replace(
                                "<saml2:Subject>",
                                "<saml2:Subject><saml2:NameID>" + EVIL_PERSON
                                        + "</saml2:NameID></saml2:Subject><saml2:Subject>")));
        all.put(
                "issuer-twice",
                s -> s.soap(
                        s.genuine().replace("</saml2:Issuer>", "</saml2:Issuer><saml2:Issuer>CN=x</saml2:Issuer>")));
        all.put(
                "attribute-twice",
                s -> s.soap(s.genuine()
                        .replace("</saml2:AttributeStatement>", firstAttribute(s) + "</saml2:AttributeStatement>")));
        all.put(
                "attribute-statement-more",
                s -> s.soap(SignedSample.with(
                        s.genuine(),
                        "<saml2:AttributeStatement>" + ATTRIBUTE.formatted("x") + "</saml2:AttributeStatement>")));
        all.put(
                "base-id-beside",
                s -> s.soap(s.genuine()
                        .replace(
                                "<saml2:Subject>", "<saml2:Subject><saml2:BaseID>" + EVIL_PERSON + "</saml2:BaseID>")));
        all.put(
                "encrypted-id-beside",
                s -> s.soap(s.genuine().replace("<saml2:Subject>", "<saml2:Subject><saml2:EncryptedID/>")));
        return all;
    }

    /** Even a signer who signs what can be read in two ways is not believed. */
    private static Map<String, Attack> twiceAndSigned() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put(
                "name-id-twice-signed",
                s -> signed(
                        s,
                        s.unsigned()
                                .replace(
                                        "<saml2:Subject>",
                                        "<saml2:Subject><saml2:NameID>" + EVIL_PERSON + "</saml2:NameID>")));
        all.put(
                "attribute-twice-signed",
                s -> signed(
                        s,
                        s.unsigned()
                                .replace(
                                        "</saml2:AttributeStatement>",
                                        firstAttribute(s) + "</saml2:AttributeStatement>")));
        all.put(
                "attribute-twice-other-format-signed",
                s -> signed(
                        s,
                        s.unsigned()
                                .replace(
                                        "</saml2:AttributeStatement>",
                                        firstAttribute(s)
                                                        .replace(
                                                                "<saml2:Attribute ",
                                                                "<saml2:Attribute NameFormat=\"urn:x\" ")
                                                + "</saml2:AttributeStatement>")));
        all.put(
                "attribute-twice-other-statement-signed",
                s -> signed(
                        s,
                        SignedSample.with(
                                s.unsigned(),
                                "<saml2:AttributeStatement>" + firstAttribute(s) + "</saml2:AttributeStatement>")));
        all.put(
                "subject-confirmation-name-id-signed",
                s -> signed(
                        s,
                        s.unsigned()
                                .replace(
                                        "</saml2:Subject>",
                                        "<saml2:SubjectConfirmation><saml2:NameID>" + EVIL_PERSON
                                                + "</saml2:NameID></saml2:SubjectConfirmation></saml2:Subject>")));
        all.put(
                "name-id-other-namespace-signed",
                s -> signed(
                        s,
                        s.unsigned()
                                .replace(
                                        "<saml2:Subject>",
                                        "<saml2:Subject><o:NameID xmlns:o=\"urn:o\">" + EVIL_PERSON + "</o:NameID>")));
        return all;
    }

    private static String firstAttribute(SignedSample s) {
        String name = s.unsigned().replaceFirst("(?s)^.*?<saml2:Attribute [^>]*?Name=\"([^\"]+)\".*$", "$1");
        return ATTRIBUTE.formatted(name);
    }

    private static String person(SignedSample s, String by) {
        return s.soap(s.genuine().replace(PERSON + "</saml2:NameID>", by + "</saml2:NameID>"));
    }

    private static String signed(SignedSample s, String unsigned) {
        return s.soap(new ForeignSigner(unsigned, s.id()).assertion());
    }
}

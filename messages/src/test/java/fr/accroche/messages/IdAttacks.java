package fr.accroche.messages;

import fr.accroche.messages.WrappingAttacks.Attack;
import java.util.LinkedHashMap;
import java.util.Map;

/** Two elements that answer to one name, by whichever attribute a reader takes for the identifier. */
final class IdAttacks {
    private IdAttacks() {}

    static Map<String, Attack> all() {
        Map<String, Attack> all = new LinkedHashMap<>();
        all.put("id-twice", s -> s.soap(s.evilTwin(s.signature()), s.stripped()));
        all.put("id-twice-first", s -> s.soap(s.stripped() + s.evilTwin(s.signature())));
        all.put("id-as-Id", s -> beside(s, " Id=\"%s\""));
        all.put("id-as-id", s -> beside(s, " id=\"%s\""));
        all.put("id-as-iD", s -> beside(s, " iD=\"%s\""));
        all.put("id-as-xml-id", s -> beside(s, " xml:id=\"%s\""));
        all.put("id-as-wsu-id", s -> beside(s, " xmlns:wsu=\"urn:wsu\" wsu:Id=\"%s\""));
        all.put("id-as-foreign-id", s -> beside(s, " xmlns:f=\"urn:f\" f:ID=\"%s\""));
        all.put("assertion-id-as-Id", s -> spelled(s, " Id=\""));
        all.put("assertion-id-as-xml-id", s -> spelled(s, " xml:id=\""));
        all.put("assertion-without-id", s -> s.soap(s.genuine().replace(" ID=\"" + s.id() + "\"", "")));
        all.put(
                "assertion-two-ids",
                s -> s.soap(
                        s.evil(s.signature()).replace(" ID=\"", " xmlns:f=\"urn:f\" f:ID=\"" + s.id() + "\" ID=\"")));
        all.put(
                "assertion-two-ids-same",
                s -> s.soap(s.evilTwin(s.signature()).replace(" ID=\"", " Id=\"" + SignedSample.EVIL_ID + "\" ID=\"")));
        all.put(
                "id-of-saml1",
                s -> s.soap(
                        s.evil(s.signature()),
                        "<o:Assertion xmlns:o=\"urn:oasis:names:tc:SAML:1.0:assertion\"" + " AssertionID=\"" + s.id()
                                + "\"/>"));
        return all;
    }

    private static String beside(SignedSample s, String attribute) {
        return s.soap(s.genuine(), "<x:w xmlns:x=\"urn:x\"" + attribute.formatted(s.id()) + "/>");
    }

    private static String spelled(SignedSample s, String attribute) {
        return s.soap(s.genuine().replace(" ID=\"", attribute));
    }
}

package fr.accroche.certs;

import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Names, and when two of them are the same (RFC 5280 §7.1). */
final class NamePaths {

    private NamePaths() {}

    static List<PathCase> cases() {
        PathCase.Family names = new PathCase.Family("names");
        comparisons(names);
        encodings(names);
        subjects(names);
        return names.cases();
    }

    private static void comparisons(PathCase.Family names) {
        String[][] written = {
            {"letters in the other case", "CN=INTERMEDIATE 1", "true"},
            {"two spaces for one", "CN=Intermediate  1", "true"},
            {"a space before", "CN=\\ Intermediate 1", "true"},
            {"a space behind", "CN=Intermediate 1\\ ", "true"},
            {"no space", "CN=Intermediate1", "false"},
            {"another attribute", "OU=Intermediate 1", "false"},
            {"one attribute more", "C=FR,CN=Intermediate 1", "false"},
            {"the attribute twice", "CN=Intermediate 1,CN=Intermediate 1", "false"},
            {"another number", "CN=Intermediate 2", "false"},
            {"an accent", "CN=Int\u00e9rmediate 1", "false"},
            {"a zero-width space", "CN=Intermediate 1\u200b", "false"},
            {"a null character", "CN=Intermediate 1\\00", "true"}
        };
        for (String[] each : written) {
            names.add(
                    "issuer written with " + each[0],
                    Boolean.parseBoolean(each[2]),
                    Ladder.three()
                            .leaf(leaf -> leaf.issuer(new X500Name(each[1])))
                            .shown());
        }
        names.refuses("issuer empty", Ladder.three().leaf(leaf -> leaf.issuer(new X500Name(new RDN[0]))))
                .refuses(
                        "issuer's attributes in the other order",
                        renamed("C=FR,O=Accroche,CN=A", "CN=A,O=Accroche,C=FR"))
                .refuses("issuer in one RDN for three", renamed("C=FR,O=Accroche,CN=A", "C=FR+O=Accroche+CN=A"))
                .accepts(
                        "issuer of one RDN of three attributes",
                        renamed("C=FR+O=Accroche+CN=A", "C=FR+O=Accroche+CN=A"))
                .accepts("issuer of an unknown attribute", renamed("1.2.3.4=#0c0141", "1.2.3.4=#0c0141"));
    }

    private static Ladder renamed(String subject, String issuer) {
        return Ladder.three()
                .intermediate(middle -> middle.subject(new X500Name(subject)))
                .leaf(leaf -> leaf.issuer(new X500Name(issuer)));
    }

    private static void encodings(PathCase.Family names) {
        names.accepts(
                        "issuer in UTF8String for PrintableString",
                        strings(new DERPrintableString("Accroche"), new DERUTF8String("Accroche")))
                .accepts(
                        "issuer in PrintableString for UTF8String",
                        strings(new DERUTF8String("Accroche"), new DERPrintableString("Accroche")))
                .refuses(
                        "issuer in BMPString for UTF8String",
                        strings(new DERUTF8String("Accroche"), new DERBMPString("Accroche")))
                .refuses(
                        "issuer in T61String for UTF8String",
                        strings(new DERUTF8String("Accroche"), new DERT61String("Accroche")))
                .accepts(
                        "issuer in UTF8String twice",
                        strings(new DERUTF8String("Accroch\u00e9"), new DERUTF8String("Accroch\u00e9")))
                .accepts(
                        "issuer with an accent in the other case",
                        strings(new DERUTF8String("Accroch\u00e9"), new DERUTF8String("ACCROCH\u00c9")))
                .accepts(
                        "issuer with an accent in two characters",
                        strings(new DERUTF8String("Accroch\u00e9"), new DERUTF8String("Accroche\u0301")));
    }

    private static Ladder strings(ASN1Encodable subject, ASN1Encodable issuer) {
        return Ladder.three()
                .intermediate(middle -> middle.subject(name(subject)))
                .leaf(leaf -> leaf.issuer(name(issuer)));
    }

    private static X500Name name(ASN1Encodable value) {
        return new X500Name(new RDN[] {new RDN(BCStyle.O, value)});
    }

    private static void subjects(PathCase.Family names) {
        GeneralNames other = new GeneralNames(new GeneralName(GeneralName.dNSName, "psc.accroche.invalid"));
        X500Name empty = new X500Name(new RDN[0]);
        names.refuses("leaf without subject", Ladder.three().leaf(leaf -> leaf.subject(empty)))
                .accepts(
                        "leaf without subject, subjectAltName critical",
                        Ladder.three()
                                .leaf(leaf -> leaf.subject(empty).with(Extension.subjectAlternativeName, true, other)))
                .accepts("leaf of a multi-valued RDN", subject("C=FR,ST=Paris (75),O=ODD,OU=300000000020002+CN=odd"))
                .accepts("leaf of one hundred attributes", subject("CN=odd" + ",OU=more".repeat(99)))
                .accepts("leaf of a name of 20 000 characters", subject("CN=" + "x".repeat(20_000)))
                .accepts("leaf with a null character", subject("CN=odd\\00.invalid"))
                .accepts("leaf of an unknown attribute", subject("1.2.3.4=#0c0141"))
                .accepts("leaf of an attribute that is no string", subject("1.2.3.4=#0500"))
                .accepts("leaf of the name of its issuer", subject("CN=Intermediate 1"))
                .accepts("leaf of the name of the root", subject("CN=Root"))
                .refuses("intermediate without subject", Ladder.three().intermediate(middle -> middle.subject(empty)))
                .accepts(
                        "intermediate of the name of the root",
                        Ladder.three().intermediate(middle -> middle.subject(new X500Name("CN=Root"))));
    }

    private static Ladder subject(String name) {
        return Ladder.three().leaf(leaf -> leaf.subject(new X500Name(name)));
    }
}

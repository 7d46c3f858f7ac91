package fr.accroche.certs;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Extension;

/** Versions, serial numbers, and encodings that are not what RFC 5280 §4.1 asks for. */
final class FormPaths {

    private FormPaths() {}

    static List<PathCase> cases() {
        PathCase.Family form = new PathCase.Family("form");
        for (int level = 0; level < 3; level++) {
            String who = List.of("root", "intermediate", "leaf").get(level);
            serials(form, who, level);
            versions(form, who, level);
            extensions(form, who, level);
        }
        encodings(form);
        return form.cases();
    }

    private static void serials(PathCase.Family form, String who, int level) {
        form.accepts(who + ", serial 0", at(level, rung -> rung.serial(BigInteger.ZERO)))
                .accepts(who + ", serial negative", at(level, rung -> rung.serial(BigInteger.ONE.negate())))
                .accepts(who + ", serial of 20 octets", at(level, rung -> rung.serial(BigInteger.ONE.shiftLeft(158))))
                .accepts(who + ", serial of 21 octets", at(level, rung -> rung.serial(BigInteger.ONE.shiftLeft(160))))
                .accepts(
                        who + ", serial of 1000 octets",
                        at(level, rung -> rung.serial(BigInteger.ONE.shiftLeft(7992))));
    }

    private static void versions(PathCase.Family form, String who, int level) {
        form.refuses(who + " of version 1", at(level, rung -> rung.version(1)))
                .refuses(who + " of version 2", at(level, rung -> rung.version(2)))
                .refuses(who + " of version 4", at(level, rung -> rung.version(4)))
                .refuses(
                        who + " of version 1 with extensions",
                        at(level, rung -> rung.fields(fields -> Arrays.copyOfRange(fields, 1, fields.length))))
                .refuses(
                        who + " of version 3 without extensions",
                        at(level, rung -> rung.version(2).fields(FormPaths::versionThree)))
                .accepts(who + " with unique identifiers", at(level, rung -> rung.fields(FormPaths::unique)));
    }

    private static void extensions(PathCase.Family form, String who, int level) {
        byte[] text = {0x0c, 1, 'x'};
        form.refuses(
                        who + ", basicConstraints no sequence",
                        at(level, rung -> rung.with(Extension.basicConstraints, true, text)))
                .refuses(who + ", keyUsage no bits", at(level, rung -> rung.with(Extension.keyUsage, true, text)))
                .refuses(
                        who + ", keyUsage empty",
                        at(level, rung -> rung.with(Extension.keyUsage, true, new byte[] {3, 1, 0})))
                .add(
                        who + ", extendedKeyUsage empty",
                        level < 2,
                        at(level, rung -> rung.with(Extension.extendedKeyUsage, false, new byte[] {0x30, 0}))
                                .shown())
                .refuses(
                        who + ", subjectAltName no sequence",
                        at(level, rung -> rung.with(Extension.subjectAlternativeName, true, text)))
                .refuses(who + ", an extension twice", at(level, rung -> rung.fields(FormPaths::doubled)));
    }

    private static void encodings(PathCase.Family form) {
        List<byte[]> sound = Ladder.three().shown();
        byte[] leaf = sound.get(0);
        form.add("leaf cut by one byte", false, with(sound, Arrays.copyOf(leaf, leaf.length - 1)))
                .add("leaf cut by half", false, with(sound, Arrays.copyOf(leaf, leaf.length / 2)))
                .add("leaf that is no certificate", false, with(sound, new byte[] {0x30, 3, 2, 1, 0}));
    }

    private static List<byte[]> with(List<byte[]> sound, byte[] leaf) {
        return List.of(leaf, sound.get(1), sound.get(2));
    }

    private static Ladder at(int level, Consumer<PathCertificate> change) {
        return Ladder.three().rung(level, change);
    }

    private static ASN1Encodable[] versionThree(ASN1Encodable[] fields) {
        ASN1Encodable[] changed = fields.clone();
        changed[0] = new DERTaggedObject(true, 0, new ASN1Integer(2));
        return changed;
    }

    /** issuerUniqueID and subjectUniqueID, before the extensions. */
    private static ASN1Encodable[] unique(ASN1Encodable[] fields) {
        ASN1Encodable[] changed = Arrays.copyOf(fields, fields.length + 2);
        changed[fields.length + 1] = fields[fields.length - 1];
        changed[fields.length - 1] = new DERTaggedObject(false, 1, new DERBitString(new byte[] {1}));
        changed[fields.length] = new DERTaggedObject(false, 2, new DERBitString(new byte[] {2}));
        return changed;
    }

    private static ASN1Encodable[] doubled(ASN1Encodable[] fields) {
        ASN1Encodable[] changed = fields.clone();
        ASN1Encodable[] extensions = ASN1Sequence.getInstance((ASN1TaggedObject) fields[fields.length - 1], true)
                .toArray();
        ASN1Encodable[] more = Arrays.copyOf(extensions, extensions.length + 1);
        more[extensions.length] = extensions[0];
        changed[fields.length - 1] = new DERTaggedObject(true, 3, new DERSequence(more));
        return changed;
    }
}

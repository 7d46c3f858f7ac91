package fr.accroche.certs;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Signatures that are not the issuer's, at each level; a trusted root's own proves nothing. */
final class SignaturePaths {
    private static final AlgorithmIdentifier SHA_512 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha512WithRSAEncryption, DERNull.INSTANCE);

    private SignaturePaths() {}

    static List<PathCase> cases() {
        PathCase.Family signature = new PathCase.Family("signature");
        for (int level = 0; level < 3; level++) {
            String who = List.of("root", "intermediate", "leaf").get(level);
            boolean root = level == 0;
            signature
                    .add(who + ", last bit changed", root, changed(level, SignaturePaths::lastBit))
                    .add(who + ", first bit changed", root, changed(level, SignaturePaths::firstBit))
                    .add(
                            who + ", one byte short",
                            root,
                            changed(level, bytes -> Arrays.copyOf(bytes, bytes.length - 1)))
                    .add(who + ", one byte long", root, changed(level, bytes -> Arrays.copyOf(bytes, bytes.length + 1)))
                    .add(who + ", empty", root, changed(level, bytes -> new byte[0]))
                    .add(who + ", zeros", root, changed(level, bytes -> new byte[bytes.length]))
                    .add(who + " by a stranger's key", root, by(level))
                    .add(who + ", serial changed once signed", root, serialChanged(level))
                    .add(who + ", outer algorithm another than the inner", false, algorithmChanged(level));
        }
        return signature
                .refuses("leaf by its own key", Ladder.three().leaf(leaf -> leaf.signer(PathKeys.LEAF.getPrivate())))
                .refuses(
                        "leaf by the root's key in the intermediate's name",
                        Ladder.three().leaf(leaf -> leaf.signer(PathKeys.ROOT.getPrivate())))
                .refuses(
                        "intermediate by its own key",
                        Ladder.three().intermediate(middle -> middle.signer(PathKeys.INTERMEDIATE.getPrivate())))
                .refuses(
                        "upper of two intermediates by a stranger's key",
                        Ladder.of(2).rung(1, rung -> rung.signer(PathKeys.STRANGER.getPrivate())))
                .refuses(
                        "leaf's and intermediate's last bit changed",
                        Ladder.three()
                                .intermediate(middle -> middle.signature(SignaturePaths::lastBit))
                                .leaf(leaf -> leaf.signature(SignaturePaths::lastBit)))
                .cases();
    }

    private static List<byte[]> changed(int level, UnaryOperator<byte[]> change) {
        return Ladder.three().rung(level, rung -> rung.signature(change)).shown();
    }

    private static List<byte[]> by(int level) {
        return Ladder.three()
                .rung(level, rung -> rung.signer(PathKeys.STRANGER.getPrivate()))
                .shown();
    }

    private static List<byte[]> serialChanged(int level) {
        return edited(level, certificate -> {
            ASN1Encodable[] fields = ASN1Sequence.getInstance(certificate[0]).toArray();
            fields[1] = new ASN1Integer(BigInteger.valueOf(0xbae));
            certificate[0] = new DERSequence(fields);
            return certificate;
        });
    }

    private static List<byte[]> algorithmChanged(int level) {
        return edited(level, certificate -> {
            certificate[1] = SHA_512;
            return certificate;
        });
    }

    private static List<byte[]> edited(int level, UnaryOperator<ASN1Encodable[]> edit) {
        List<byte[]> shown = new ArrayList<>(Ladder.three().shown());
        int at = shown.size() - 1 - level;
        try {
            ASN1EncodableVector fields = new ASN1EncodableVector();
            fields.addAll(edit.apply(ASN1Sequence.getInstance(shown.get(at)).toArray()));
            shown.set(at, new DERSequence(fields).getEncoded("DER"));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return shown;
    }

    private static byte[] lastBit(byte[] signature) {
        byte[] copy = signature.clone();
        copy[copy.length - 1] ^= 1;
        return copy;
    }

    private static byte[] firstBit(byte[] signature) {
        byte[] copy = signature.clone();
        copy[0] ^= 1;
        return copy;
    }
}

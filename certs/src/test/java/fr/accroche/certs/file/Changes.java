package fr.accroche.certs.file;

import java.util.Arrays;
import java.util.Random;

/** What a stranger, or a bad line, does to bytes. */
public final class Changes {

    private Changes() {}

    /** One to four of them. */
    public static byte[] changed(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            bytes = changedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] changedOnce(byte[] bytes, Random random) {
        int at = random.nextInt(Math.max(1, bytes.length));
        int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
        return switch (bytes.length == 0 ? 3 : random.nextInt(8)) {
            case 0, 1, 2 -> with(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 3 ->
                Samples.join(
                        Arrays.copyOf(bytes, at), noise(length, random), Arrays.copyOfRange(bytes, at, bytes.length));
            case 4 -> Samples.join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            case 5 -> Samples.join(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            case 6 -> with(bytes, at, (byte) new int[] {0, 0x80, 0xff, 0x30, 0x04, 0x84}[random.nextInt(6)]);
            default -> random.nextInt(5) == 0 ? Arrays.copyOf(bytes, at) : with(bytes, at, (byte) random.nextInt());
        };
    }

    private static byte[] noise(int length, Random random) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] copy = bytes.clone();
        copy[at] = value;
        return copy;
    }
}

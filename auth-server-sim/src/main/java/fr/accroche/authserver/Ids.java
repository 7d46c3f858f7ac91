package fr.accroche.authserver;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * Draws identifiers.
 *
 * @param random the source
 */
public record Ids(SecureRandom random) {

    /** 256 bits, base64url: enough for a bearer secret (CIBA Core §7.3 asks for 128, recommends 160). */
    public String opaque() {
        byte[] drawn = new byte[32];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    /** A random UUID (RFC 9562 §5.4). */
    public String uuid() {
        byte[] drawn = new byte[16];
        random.nextBytes(drawn);
        drawn[6] = (byte) (drawn[6] & 0x0f | 0x40);
        drawn[8] = (byte) (drawn[8] & 0x3f | 0x80);
        ByteBuffer bits = ByteBuffer.wrap(drawn);
        return new UUID(bits.getLong(), bits.getLong()).toString();
    }
}

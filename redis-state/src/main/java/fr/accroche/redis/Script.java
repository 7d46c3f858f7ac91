package fr.accroche.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A script that the server runs as one step.
 *
 * @param text the script
 * @param sha1 what the server knows it by, once it has had it
 */
record Script(String text, String sha1) {

    static Script load(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            byte[] text = in.readAllBytes();
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(text);
            return new Script(
                    new String(text, StandardCharsets.UTF_8), HexFormat.of().formatHex(sha1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** A server that was restarted gets the script again. */
    <R> R run(RedisCommands<String, String> redis, ScriptOutputType type, String[] keys, String[] arguments) {
        try {
            return redis.evalsha(sha1, type, keys, arguments);
        } catch (RedisNoScriptException unknown) {
            return redis.eval(text, type, keys, arguments);
        }
    }
}

package fr.accroche.scenarios.chain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** File names from what a declaration names: a client_id may hold a slash, an actor's key anything. */
final class FileNames {

    private static final int LONGEST = 60;

    private FileNames() {}

    /** The name itself where it is fit for any file system; else its fit characters, and what tells it from others. */
    static String of(String name) {
        if (name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
            return name;
        }
        String fit = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String digest = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        return "x" + fit.substring(0, Math.min(fit.length(), LONGEST)) + "-" + digest;
    }
}

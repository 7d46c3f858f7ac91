package fr.accroche.authserver;

import java.util.Random;

/** Texts changed on the way, by seed. */
public final class Changes {

    private static final String[] INSERTED = {
        "&",
        "=",
        "%",
        "%00",
        "%zz",
        "+",
        "\u00e9",
        "&grant_type=refresh_token",
        "&scope=a",
        "[",
        "{}",
        "\"",
        "\\",
        "null",
        "-1",
        "1e999"
    };

    private Changes() {}

    /** One to three changes: a character replaced, left out or doubled, a piece put in, the end cut off, two parts swapped. */
    public static String changed(String sound, Random random) {
        String text = sound;
        for (int change = 0; change <= random.nextInt(3); change++) {
            text = one(text, random);
        }
        return text;
    }

    private static String one(String text, Random random) {
        if (text.isEmpty()) {
            return INSERTED[random.nextInt(INSERTED.length)];
        }
        int at = random.nextInt(text.length());
        String before = text.substring(0, at);
        String after = text.substring(at);
        return switch (random.nextInt(6)) {
            case 0 -> before + (char) (1 + random.nextInt(0x2ff)) + after.substring(1);
            case 1 -> before + after.substring(1);
            case 2 -> before + after + after;
            case 3 -> before + INSERTED[random.nextInt(INSERTED.length)] + after;
            case 4 -> before;
            default -> after + before;
        };
    }
}

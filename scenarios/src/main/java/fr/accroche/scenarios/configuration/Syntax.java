package fr.accroche.scenarios.configuration;

import fr.accroche.compliance.text.Text;

/** How a text is written so that a program reads that very text, spaces and quotes included. */
enum Syntax {
    /** POSIX.1-2017, Shell Command Language, 2.2.2: in single quotes everything but themselves. */
    SHELL {
        @Override
        String written(String text) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
    },
    /** Java, JavaScript and C# alike. */
    STRING_LITERAL {
        @Override
        String written(String text) {
            return doubleQuoted(text);
        }
    },
    /** In {@code ssl_certificate} and others a {@code $} begins a variable, and nothing stands for the character itself. */
    NGINX {
        @Override
        String written(String text) throws ConfigurationException {
            if (text.contains("$")) {
                throw new ConfigurationException(NO_DOLLAR.with(text));
            }
            return doubleQuoted(text);
        }
    },
    /** HAProxy Configuration Manual, 2.2: in double quotes, {@code $} is an environment variable unless escaped. */
    HAPROXY {
        @Override
        String written(String text) {
            return doubleQuoted(text).replace("$", "\\$");
        }
    };

    private static final Text NO_DOLLAR = Text.of(
            "{0} : nginx ne lit pas de chemin où il y a un « $ » ; renommer le dossier ou le fichier",
            "{0}: nginx reads no path with a '$' in it; rename the folder or the file");
    private static final Text NO_CONTROLS = Text.of(
            "{0} : un caractère de contrôle dans ce chemin ; renommer le dossier ou le fichier",
            "{0}: a control character in this path; rename the folder or the file");

    private static String doubleQuoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    abstract String written(String text) throws ConfigurationException;

    String quoted(String text) throws ConfigurationException {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new ConfigurationException(NO_CONTROLS.with(text));
        }
        return written(text);
    }
}

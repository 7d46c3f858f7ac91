package fr.accroche.messages;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The components of an HL7 v2 field, as XDS metadata hold them (ITI TF-3 §4.2.3.1.7): counted from 1, absent ones are empty text. */
final class Hl7Components {

    private final List<String> values;

    private Hl7Components(List<String> values) {
        this.values = values;
    }

    static Hl7Components of(String field) {
        return new Hl7Components(Arrays.asList(field.split("\\^", -1)));
    }

    /** The text of a component, without the escapes of HL7 v2 §2.7.1. */
    String get(int place) {
        return place > values.size()
                ? ""
                : values.get(place - 1)
                        .replace("\\S\\", "^")
                        .replace("\\T\\", "&")
                        .replace("\\F\\", "|")
                        .replace("\\R\\", "~")
                        .replace("\\E\\", "\\");
    }

    /** Joins components, each of them as it is. */
    static String join(String... components) {
        return Arrays.stream(components).collect(Collectors.joining("^"));
    }

    /** A text as a component may hold it. */
    static String escaped(String text) {
        return text.replace("\\", "\\E\\")
                .replace("^", "\\S\\")
                .replace("&", "\\T\\")
                .replace("|", "\\F\\")
                .replace("~", "\\R\\");
    }
}

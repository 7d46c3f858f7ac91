package fr.accroche.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a value from Jackson's tokens. */
final class JsonReader {

    static final int MAX_BYTES = 1024 * 1024;
    static final int MAX_LARGE_BYTES = 64 * 1024 * 1024;
    private static final int MAX_CHARACTERS = 256 * 1024;
    private static final int MAX_LEVELS = 64;

    /**
     * Two bytes may be a value that takes two hundred: with its bytes, what is read at once takes less than 500 MB. In reports and
     * HAR files a value takes 33 bytes or more, so that none within {@link #MAX_LARGE_BYTES} holds as many.
     */
    private static final int MAX_VALUES = 2_000_000;

    private static final int MAX_DIGITS = 1000;
    private static final int MAX_EXPONENT = 1000;

    /** Interning would keep a peer's field names for the life of the process; encodings other than UTF-8 are refused. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_LEVELS)
                    .maxStringLength(MAX_LARGE_BYTES)
                    .maxNameLength(MAX_CHARACTERS)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .build();

    private final JsonParser parser;
    private final int longest;
    private final int mostValues;
    private int values;

    private JsonReader(JsonParser parser, int longest, int mostValues) {
        this.parser = parser;
        this.longest = longest;
        this.mostValues = mostValues;
    }

    static Json read(byte[] utf8) {
        return read(utf8, MAX_BYTES, MAX_CHARACTERS, MAX_VALUES);
    }

    /** Of a document of which one text may be nearly all. */
    static Json readLarge(byte[] utf8, int mostBytes) {
        if (mostBytes > MAX_LARGE_BYTES) {
            throw new IllegalArgumentException("no JSON of more than " + MAX_LARGE_BYTES + " bytes is ever read");
        }
        return read(utf8, mostBytes, mostBytes, MAX_VALUES);
    }

    static Json read(byte[] utf8, int mostBytes, int longest, int mostValues) {
        if (utf8.length > mostBytes) {
            throw new JsonException(
                    "line 1, column 1: expected at most " + mostBytes + " bytes, observed " + utf8.length);
        }
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return new JsonReader(parser, longest, mostValues).whole();
        } catch (IOException failure) {
            throw new JsonException("not JSON");
        }
    }

    private Json whole() {
        Json value = value(next());
        if (next() != null) {
            throw refused("expected the end after one value");
        }
        return value;
    }

    private Json value(JsonToken token) {
        if (token == null) {
            throw refused("expected a value, observed the end");
        }
        if (++values > mostValues) {
            throw refused("expected at most " + mostValues + " values");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new JsonText(text());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> new JsonBoolean(true);
            case VALUE_FALSE -> new JsonBoolean(false);
            case VALUE_NULL -> new JsonNull();
            default -> throw refused("expected a value");
        };
    }

    private JsonObject object() {
        Map<String, Json> members = new LinkedHashMap<>();
        while (next() != JsonToken.END_OBJECT) {
            String name = text();
            if (members.containsKey(name)) {
                throw refused("expected each key once, observed one twice in an object");
            }
            members.put(name, value(next()));
        }
        return new JsonObject(members);
    }

    private JsonArray array() {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(value(token));
        }
        return new JsonArray(items);
    }

    /** Bounds the exponent too: {@code 1e999999999} is twelve characters, and a gigabyte once it is an integer. */
    private JsonNumber number() {
        BigDecimal value = read(JsonParser::getDecimalValue);
        if (Math.abs((long) value.precision() - value.scale()) > MAX_EXPONENT
                || Math.abs((long) value.scale()) > MAX_EXPONENT) {
            throw refused("expected a number within 1e±" + MAX_EXPONENT);
        }
        return new JsonNumber(value);
    }

    private String text() {
        String text = read(JsonParser::getText);
        if (text.length() > longest) {
            throw tooMuch();
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    throw refused("expected text, observed half of a surrogate pair");
                }
                i++;
            }
        }
        return text;
    }

    private JsonToken next() {
        return read(JsonParser::nextToken);
    }

    /** Jackson's own messages quote the content. */
    private <T> T read(Read<T> read) {
        try {
            return read.from(parser);
        } catch (StreamConstraintsException tooMuch) {
            throw tooMuch();
        } catch (JsonEOFException end) {
            throw refused("expected more, observed the end");
        } catch (IOException | NumberFormatException notJson) {
            throw refused("not JSON");
        }
    }

    private JsonException tooMuch() {
        return refused("expected at most " + MAX_LEVELS + " levels, strings of " + longest
                + " characters and numbers of " + MAX_DIGITS + " digits");
    }

    private JsonException refused(String why) {
        JsonLocation at = parser.currentLocation();
        return new JsonException("line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + why);
    }

    @FunctionalInterface
    private interface Read<T> {
        T from(JsonParser parser) throws IOException;
    }
}

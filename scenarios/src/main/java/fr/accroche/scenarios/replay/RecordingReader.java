package fr.accroche.scenarios.replay;

import fr.accroche.compliance.text.Text;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a recording, whichever kind it is: the bytes say. */
public final class RecordingReader {

    /** No file of more bytes is read. The most hops that are read take some 50 MiB, and 250 MiB of memory. */
    public static final int LARGEST = 64 * 1024 * 1024;

    private static final Text TOO_LARGE = Text.of("plus de 64 Mio", "more than 64 MiB");
    private static final Text NO_JSON = Text.of("ce n'est pas du JSON : « {0} »", "this is no JSON; {0}");
    private static final Text NO_RECORDING = Text.of(
            "ni un rapport d'accroche (« -o json »), ni les /traces d'un proxy, ni un HAR",
            "neither a report of accroche ('-o json'), nor a proxy's /traces, nor a HAR");
    private static final Text SEVERAL = Text.of(
            "un rapport de plusieurs architectures : en rejouer une, avec le rapport de « test --architecture NOM »",
            "a report of several architectures: replay one, from the report of 'test --architecture NAME'");

    private RecordingReader() {}

    /**
     * Whether a report of accroche is too long to be read again.
     *
     * @param bytes of the report
     * @param hops in it
     */
    public static boolean tooLong(int bytes, int hops) {
        return bytes > LARGEST || hops > ReportReader.MOST_HOPS;
    }

    /**
     * Reads one.
     *
     * @throws RecordingException with the path of what is wrong
     */
    public static Recording read(byte[] utf8) {
        if (utf8.length > LARGEST) {
            throw new RecordingException(TOO_LARGE);
        }
        Place top = new Place("", json(utf8));
        if (top.value() instanceof JsonArray) {
            return TracesReader.read(top.items(TracesReader.MOST));
        }
        JsonObject object = top.object();
        if (object.get("hops").isPresent()) {
            return ReportReader.read(top);
        }
        if (object.get("proxy_id_session").isPresent()) {
            return TracesReader.read(List.of(new Place("[0]", object)));
        }
        if (object.object("log").flatMap(log -> log.get("entries")).isPresent()) {
            return HarReader.read(top.member("log"));
        }
        throw new RecordingException(object.get("architectures").isPresent() ? SEVERAL : NO_RECORDING);
    }

    private static Json json(byte[] utf8) {
        try {
            return Json.parseLarge(utf8, LARGEST);
        } catch (JsonException whole) {
            return lines(utf8).orElseThrow(() -> new RecordingException(NO_JSON.with(whole.getMessage())));
        }
    }

    /** One object on each line, as traces may come too; empty if it is not that. */
    private static Optional<Json> lines(byte[] utf8) {
        List<Json> objects = new ArrayList<>();
        try {
            for (String line : new String(utf8, StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && objects.size() <= TracesReader.MOST) {
                    objects.add(Json.parseObject(line.getBytes(StandardCharsets.UTF_8)));
                }
            }
        } catch (JsonException none) {
            return Optional.empty();
        }
        return objects.isEmpty() ? Optional.empty() : Optional.of(new JsonArray(objects));
    }
}

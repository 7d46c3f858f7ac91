package fr.accroche.scenarios.replay;

import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.report.OwnLinks;
import fr.accroche.scenarios.report.Replayed;
import fr.accroche.wire.Form;
import fr.accroche.wire.Header;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an HTTP Archive (HAR 1.2), whatever wrote it; which of its entries are calls of the chain, a declaration helps to tell. */
final class HarReader {

    private static final int MOST = 20_000;
    private static final int MOST_FIELDS = 1_000;
    private static final int LONGEST_PATH = 2_000;
    private static final int HIGHEST_STATUS = 999;
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern METHOD = Pattern.compile("[A-Za-z]{1,20}");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([A-Za-z0-9._:-]{1,40})");
    private static final Peer NOBODY =
            new Peer(InetSocketAddress.createUnresolved("har", 0), List.of(), Optional.empty(), Optional.empty());

    private static final Text AT_LEAST_ONE = Text.of("{0} : au moins un appel", "{0}: at least one call");
    private static final Text A_METHOD = Text.of("une méthode HTTP", "an HTTP method");
    private static final Text BASE64 = Text.of("du base64", "base64");

    private HarReader() {}

    /** @throws RecordingException with the path of what is wrong */
    static Recording read(Place log) {
        List<HarEntry> entries = new ArrayList<>();
        for (Place entry : log.member("entries").items(MOST)) {
            entries.add(entry(entry));
        }
        if (entries.isEmpty()) {
            throw new RecordingException(AT_LEAST_ONE.with("log.entries"));
        }
        entries.sort(Comparator.comparing(HarEntry::at));
        Instant first = entries.get(0).at();
        return new Recording(
                Replayed.Kind.HAR,
                first,
                Duration.between(first, entries.get(entries.size() - 1).at()),
                Optional.empty(),
                List.of(),
                OwnLinks.NONE,
                List.of(),
                Map.of(),
                entries);
    }

    private static HarEntry entry(Place entry) {
        Place sent = entry.member("request");
        Place came = entry.member("response");
        String url = sent.member("url").longText();
        Optional<URI> address = address(url);
        Headers headers = headers(sent);
        Headers answered = headers(came);
        int status = (int) came.member("status").number(-1, HIGHEST_STATUS);
        return new HarEntry(
                entry.member("startedDateTime").time(),
                entry.known("time").map(time -> time.millis(LONGEST)).orElse(Duration.ZERO),
                address.map(HarReader::authority).orElse(""),
                new Request(
                        sent.member("method").text(METHOD.asMatchPredicate(), A_METHOD),
                        address.map(known -> path(known) + query(url)).orElse("/"),
                        headers,
                        sent.known("postData")
                                .map(data -> posted(data, headers))
                                .orElse(new byte[0]),
                        NOBODY),
                new Response(
                        Math.max(status, 0),
                        answered,
                        came.known("content")
                                .flatMap(content -> content.known("text").map(text -> body(content, text, answered)))
                                .orElse(new byte[0])));
    }

    /** Without its query, in which tools leave what no URI may hold; empty for what no server of the chain has. */
    private static Optional<URI> address(String url) {
        try {
            URI uri = URI.create(TracesReader.withoutQuery(url));
            boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return Optional.of(uri)
                    .filter(known -> http
                            && known.getHost() != null
                            && known.getRawPath().length() <= LONGEST_PATH);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Without what stands before the host, which may be a password. */
    private static String authority(URI uri) {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    private static String path(URI uri) {
        return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    private static String query(String url) {
        String whole = url.split("#", 2)[0];
        int start = whole.indexOf('?');
        return start < 0 ? "" : whole.substring(start);
    }

    /** Without those of HTTP/2 that are none ({@code :path}, RFC 9113 §8.3). */
    private static Headers headers(Place message) {
        List<Header> fields = new ArrayList<>();
        for (Place field :
                message.known("headers").map(all -> all.items(MOST_FIELDS)).orElse(List.of())) {
            String name = field.member("name").text();
            String value = field.member("value").longText();
            if (!name.startsWith(":")) {
                fields.add(new Header(name, value.strip()));
            }
        }
        return Headers.of(fields);
    }

    /** A form may come as its parameters only (HAR 1.2, params). */
    private static byte[] posted(Place data, Headers headers) {
        Optional<Place> text =
                data.known("text").filter(known -> !known.longText().isEmpty());
        if (text.isPresent()) {
            return body(data, text.get(), headers);
        }
        Form form = Form.of();
        for (Place parameter :
                data.known("params").map(all -> all.items(MOST_FIELDS)).orElse(List.of())) {
            form = form.plus(
                    parameter.member("name").text(),
                    parameter.known("value").map(Place::longText).orElse(""));
        }
        return form.encoded().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] body(Place holder, Place text, Headers headers) {
        if (holder.known("encoding").map(Place::text).filter("base64"::equals).isPresent()) {
            try {
                return Base64.getMimeDecoder().decode(text.longText());
            } catch (IllegalArgumentException none) {
                throw text.wrong(BASE64);
            }
        }
        return text.longText().getBytes(charset(headers.first("Content-Type").orElse("")));
    }

    /** The one that the text was read with, and goes back to. */
    private static Charset charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        try {
            Charset charset = named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
            return charset.canEncode() ? charset : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}

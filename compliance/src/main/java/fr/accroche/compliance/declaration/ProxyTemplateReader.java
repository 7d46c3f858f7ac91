package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.ProxyTemplate.Body;
import fr.accroche.compliance.declaration.ProxyTemplate.Place;
import fr.accroche.compliance.declaration.ProxyTemplate.Request;
import fr.accroche.compliance.declaration.ProxyTemplate.SessionPlace;
import fr.accroche.compliance.text.Text;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the file that {@code participants.proxy.template} names. */
public final class ProxyTemplateReader {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^{}]{0,100})}");

    /** A header's name (RFC 9110 §5.1). */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

    private static final Set<Place> CONNECTING =
            EnumSet.of(Place.NATIONAL_ID, Place.CLIENT_ID, Place.BINDING_MESSAGE, Place.CHANNEL);
    private static final Set<Place> DISCONNECTING =
            EnumSet.complementOf(EnumSet.of(Place.TELESERVICE, Place.BODY, Place.BODY64));
    private static final Set<Place> SENDING = EnumSet.allOf(Place.class);

    private static final Text NO_PLACE =
            Text.of("« ${{0}} » est inconnu ici ; au choix : {1}", "'${{0}}' is unknown here; one of: {1}");
    private static final Text ONE_BODY =
            Text.of("« {0} » et « {1} » ne vont pas ensemble", "'{0}' and '{1}' do not go together");
    private static final Text ONE_SESSION = Text.of(
            "il faut une des clés cookie, header, pointer, et une seule",
            "one of the keys cookie, header, pointer is needed, and one only");
    private static final Text UNUSED = Text.of(
            "la session n'est reprise nulle part : écrire la place session dans un en-tête, le chemin ou le corps de chaque requête",
            "the session is used nowhere: write the place session in a header, the path or the body of each request");
    private static final Text NO_HEADER = Text.of("une clé n'est pas un nom d'en-tête", "a key is no name of a header");
    private static final Text NO_STATUS =
            Text.of("« {0} » n'est pas un statut HTTP, de 100 à 599", "'{0}' is no HTTP status, 100 to 599");
    private static final Text SENDS_NOTHING = Text.of(
            "il manque au moins un téléservice : DMP, INSi, ON ou conformite",
            "at least one téléservice is missing: DMP, INSi, ON or conformite");

    private final Report report;

    private ProxyTemplateReader(Report report) {
        this.report = report;
    }

    /**
     * Reads a template that must be right.
     *
     * @param file its name, for errors
     * @param utf8 its content
     * @throws DeclarationException with every problem found, each with its line
     */
    public static ProxyTemplate read(String file, byte[] utf8) throws DeclarationException {
        Report report = new Report(file, LocalDate.EPOCH);
        Yaml yaml = YamlParser.parse(file, utf8);
        ProxyTemplateSchema.SHAPE.check("", yaml, report);
        Optional<ProxyTemplate> template = new ProxyTemplateReader(report).template(new Cursor(report, "", yaml));
        if (template.isEmpty() || !report.problems().isEmpty()) {
            throw new DeclarationException(report.problems());
        }
        return template.get();
    }

    private Optional<ProxyTemplate> template(Cursor root) {
        Optional<Request> connect =
                root.member("connect").flatMap(cursor -> request(cursor, "POST", CONNECTING, Set.of()));
        Optional<SessionPlace> session = root.member("session").flatMap(ProxyTemplateReader::session);
        boolean named = session.filter(place -> place.kind() != SessionPlace.Kind.COOKIE)
                .isPresent();
        Set<Place> needed = named ? Set.of(Place.SESSION) : Set.of();
        Map<Teleservice, Request> sends = new EnumMap<>(Teleservice.class);
        root.member("send").ifPresent(send -> {
            send.members()
                    .forEach((name, cursor) -> Teleservice.named(name)
                            .ifPresent(service -> request(cursor, "POST", SENDING, needed)
                                    .ifPresent(request -> sends.put(service, request))));
            if (send.members().isEmpty()) {
                send.wrong(SENDS_NOTHING);
            }
        });
        Optional<Request> disconnect =
                root.member("disconnect").flatMap(cursor -> request(cursor, "DELETE", DISCONNECTING, needed));
        return connect.flatMap(opening -> session.map(place ->
                new ProxyTemplate(opening, place, sends, disconnect, new SourceLines(report.file, report.lines))));
    }

    private static Optional<SessionPlace> session(Cursor cursor) {
        Map<SessionPlace.Kind, Cursor> written = new EnumMap<>(SessionPlace.Kind.class);
        for (SessionPlace.Kind kind : SessionPlace.Kind.values()) {
            cursor.member(Cursor.wireName(kind.name())).ifPresent(place -> written.put(kind, place));
        }
        if (written.size() != 1) {
            cursor.wrong(ONE_SESSION);
            return Optional.empty();
        }
        Optional<String> state = cursor.member("sessionState").flatMap(Cursor::text);
        SessionPlace.Kind kind = written.keySet().iterator().next();
        return written.get(kind).text().map(name -> new SessionPlace(kind, name, state));
    }

    private static Optional<Request> request(Cursor cursor, String method, Set<Place> known, Set<Place> needed) {
        Texts texts = new Texts(known);
        Optional<String> path = cursor.member("path").flatMap(texts::of);
        Map<String, String> headers =
                cursor.member("headers").map(texts::headers).orElse(Map.of());
        Optional<Body> body = body(cursor, texts);
        if (path.isPresent() && !texts.used.containsAll(needed)) {
            cursor.wrong(UNUSED);
        }
        return path.map(target -> new Request(
                cursor.path(),
                cursor.member("method").flatMap(Cursor::text).orElse(method),
                target,
                headers,
                body,
                cursor.member("contentType").flatMap(Cursor::text),
                statuses(cursor)));
    }

    private static Optional<Body> body(Cursor cursor, Texts texts) {
        List<String> written = List.of("json", "form", "text").stream()
                .filter(key -> cursor.member(key).isPresent())
                .toList();
        if (written.size() > 1) {
            cursor.wrong(ONE_BODY.with(written.get(0), written.get(1)));
        }
        return cursor.member("json")
                .flatMap(texts::of)
                .<Body>map(Body.Json::new)
                .or(() -> cursor.member("form").map(form -> new Body.Form(texts.fields(form))))
                .or(() -> cursor.member("text").flatMap(texts::of).map(Body.Plain::new));
    }

    private static Set<Integer> statuses(Cursor cursor) {
        Set<Integer> statuses = new LinkedHashSet<>();
        for (Cursor item : cursor.items("status")) {
            item.text().ifPresent(text -> {
                if (text.matches("[1-5]\\d\\d")) {
                    statuses.add(Integer.valueOf(text));
                } else {
                    item.wrong(NO_STATUS.with(text));
                }
            });
        }
        return statuses;
    }

    /** The texts of one request, and the places that they have. */
    private static final class Texts {
        private final Set<Place> known;
        private final Set<Place> used = EnumSet.noneOf(Place.class);

        private Texts(Set<Place> known) {
            this.known = known;
        }

        private Optional<String> of(Cursor cursor) {
            Optional<String> text = cursor.text();
            text.ifPresent(written -> {
                Matcher place = PLACE.matcher(written);
                while (place.find()) {
                    Optional<Place> found = Place.named(place.group(1)).filter(known::contains);
                    found.ifPresent(used::add);
                    if (found.isEmpty()) {
                        cursor.wrong(NO_PLACE.with(
                                Shape.shown(place.group(1)),
                                new Words(known.stream().map(Place::word).toList())));
                    }
                }
            });
            return text;
        }

        private Map<String, String> headers(Cursor cursor) {
            cursor.members().forEach((name, value) -> {
                if (!TOKEN.matcher(name).matches()) {
                    cursor.wrong(value, NO_HEADER);
                }
            });
            return fields(cursor);
        }

        private Map<String, String> fields(Cursor cursor) {
            Map<String, String> fields = new LinkedHashMap<>();
            cursor.members().forEach((name, value) -> of(value).ifPresent(text -> fields.put(name, text)));
            return fields;
        }
    }
}

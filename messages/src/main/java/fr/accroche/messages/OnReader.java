package fr.accroche.messages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Reads the elements of {@link OnRequest}'s dialect, with the limits that it has. */
final class OnReader {

    private static final String NAMESPACE = Namespaces.ON_FICTIONAL;

    /** As the schema has it: ISO 8601 also knows years of more digits, and of a sign. */
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private OnReader() {}

    /** What a payload asks; empty if it is none of ON's. */
    static Optional<OnBody> read(Element payload) {
        return Arrays.stream(OnOperation.values())
                .filter(operation -> operation.body().equals(Dom.name(payload)))
                .findFirst()
                .map(operation -> read(operation, payload));
    }

    private static OnBody read(OnOperation operation, Element payload) {
        try {
            return switch (operation) {
                case REGISTER -> new OnBody.Registration(patient(payload), date(payload), someLines(payload));
                case SEARCH -> search(payload);
                case CONSULT -> new OnBody.Consultation(text(payload, "IdentifiantPrescription"), patient(payload));
            };
        } catch (MessageException e) {
            return new OnBody.Malformed(operation, e.getMessage());
        }
    }

    private static OnBody search(Element payload) {
        Optional<LocalDate> from = optionalDate(payload, "DateDebut");
        Optional<LocalDate> until = optionalDate(payload, "DateFin");
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            throw new MessageException("<DateDebut> is after <DateFin>");
        }
        Set<OnStatus> statuses = Dom.children(payload, NAMESPACE, "Statut").stream()
                .map(OnReader::status)
                .collect(Collectors.toSet());
        return new OnBody.Search(patient(payload), from, until, statuses);
    }

    static OnPrescription prescription(Element element) {
        return new OnPrescription(
                text(element, "IdentifiantPrescription"),
                patient(element),
                date(element),
                status(one(element, "Statut")),
                text(element, "Prescripteur"),
                lines(element));
    }

    private static List<String> someLines(Element parent) {
        List<String> lines = lines(parent);
        if (lines.isEmpty() || lines.size() > OnBody.MOST_LINES) {
            throw new MessageException(
                    "<Ligne> is there " + lines.size() + " times, expected 1 to " + OnBody.MOST_LINES);
        }
        return lines;
    }

    private static List<String> lines(Element parent) {
        return Dom.children(parent, NAMESPACE, "Ligne").stream()
                .map(line -> bounded("Ligne", Dom.text(line)))
                .toList();
    }

    private static Ins patient(Element parent) {
        Element patient = one(parent, "Patient");
        return new Ins(attribute(patient, "ins"), attribute(patient, "oid"));
    }

    private static String attribute(Element element, String name) {
        return bounded(name, Dom.attribute(element, name).orElse(""));
    }

    private static LocalDate date(Element parent) {
        return date("Date", text(parent, "Date"));
    }

    private static Optional<LocalDate> optionalDate(Element parent, String name) {
        return Dom.text(parent, NAMESPACE, name).map(text -> date(name, text));
    }

    private static LocalDate date(String name, String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // A day that no month has: no date either.
        }
        throw new MessageException("<" + name + "> is no date YYYY-MM-DD");
    }

    private static OnStatus status(Element element) {
        return OnStatus.named(Dom.text(element))
                .orElseThrow(() -> new MessageException(
                        "<Statut> is none of " + List.of(OnStatus.values()).toString()));
    }

    private static String text(Element parent, String name) {
        return bounded(name, Dom.text(one(parent, name)));
    }

    private static Element one(Element parent, String name) {
        return Dom.only(parent, NAMESPACE, name).orElseThrow(() -> new MessageException("<" + name + "> is missing"));
    }

    private static String bounded(String name, String text) {
        if (text.isEmpty() || text.length() > OnBody.LONGEST) {
            throw new MessageException(name + " has " + text.length() + " characters, expected 1 to " + OnBody.LONGEST);
        }
        return text;
    }
}

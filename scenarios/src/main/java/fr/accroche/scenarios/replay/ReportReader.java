package fr.accroche.scenarios.replay;

import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.Stage;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.scenarios.report.OwnLinks;
import fr.accroche.scenarios.report.Replayed;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON report of {@code test} and of {@code replay} itself. */
final class ReportReader {

    static final int MOST_HOPS = 20_000;
    private static final int MOST_CLIENTS = 1_000;
    private static final int MOST_LINKS = 100;

    private static final Text DIGEST = Text.of(
            "un SHA-256 en hexadécimal ; un rapport plus ancien n'en a pas, et ne peut être rejoué",
            "a SHA-256 in hexadecimal; an older report has none, and cannot be replayed");
    private static final Text AN_ADDRESS = Text.of("une adresse absolue", "an absolute address");

    private ReportReader() {}

    static Recording read(Place report) {
        Recording.Origin origin = new Recording.Origin(
                report.member("accroche").text(),
                report.known("ruleBook").map(Place::line),
                report.member("declaration").line(),
                report.member("declarationSha256").text(text -> text.matches("[0-9a-f]{64}"), DIGEST),
                report.known("fault").map(Place::text).map(Faults::ids).orElse(List.of()),
                report.member("verdict").choice(Outcome.class));
        List<Hop> hops = HopReader.readAll(report.member("hops").items(MOST_HOPS)).stream()
                .sorted(Comparator.comparing(Hop::at))
                .toList();
        Replayed.Kind kind = report.known("replayed")
                .map(from -> from.member("kind").choice(Replayed.Kind.class))
                .orElse(Replayed.Kind.REPORT);
        return new Recording(
                kind,
                report.member("at").time(),
                HopReader.took(report),
                Optional.of(origin),
                report.member("identities").items(MOST_CLIENTS).stream()
                        .map(table -> table.member("clientId").text())
                        .distinct()
                        .toList(),
                report.known("own").map(ReportReader::own).orElse(OwnLinks.NONE),
                hops,
                unseen(kind, hops));
    }

    /** What somebody else's recording did not show, a report made from it does not show either. */
    private static Map<Stage, Text> unseen(Replayed.Kind kind, List<Hop> hops) {
        return switch (kind) {
            case REPORT -> Map.of();
            case TRACES -> TracesReader.unseen();
            case HAR -> HarCalls.unseen(hops);
        };
    }

    /** Its sentences come back in the language that they were recorded in. */
    private static OwnLinks own(Place own) {
        List<OwnLinks.Link> links = own.member("links").items(MOST_LINKS).stream()
                .map(link -> new OwnLinks.Link(
                        link.member("name").line(),
                        link.member("addresses").items(MOST_LINKS).stream()
                                .map(ReportReader::address)
                                .toList(),
                        link.member("declared").text()))
                .toList();
        return new OwnLinks(links, own.known("silence").map(ReportReader::silence));
    }

    private static OwnLinks.Silence silence(Place silence) {
        return new OwnLinks.Silence(
                Text.verbatim(silence.member("text").line()),
                silence.member("addresses").items(MOST_LINKS).stream()
                        .map(address -> new OwnLinks.Address(
                                Text.verbatim(address.member("what").line()), address(address.member("uri"))))
                        .toList());
    }

    private static URI address(Place address) {
        String text = address.line();
        try {
            URI uri = URI.create(text);
            if (uri.isAbsolute()) {
                return uri;
            }
        } catch (IllegalArgumentException none) {
            throw address.wrong(AN_ADDRESS);
        }
        throw address.wrong(AN_ADDRESS);
    }
}

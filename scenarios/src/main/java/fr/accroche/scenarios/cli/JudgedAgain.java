package fr.accroche.scenarios.cli;

import fr.accroche.compliance.catalogue.RuleBook;
import fr.accroche.compliance.declaration.Declaration;
import fr.accroche.compliance.declaration.DeclarationException;
import fr.accroche.compliance.declaration.DeclarationReader;
import fr.accroche.compliance.declaration.ShippedDeclaration;
import fr.accroche.compliance.exchange.Sha256;
import fr.accroche.compliance.text.Text;
import fr.accroche.compliance.verdict.Outcome;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.cli.DeclarationOption.Source;
import fr.accroche.scenarios.fault.Faults;
import fr.accroche.scenarios.replay.HarCalls;
import fr.accroche.scenarios.replay.Recording;
import fr.accroche.scenarios.replay.RecordingReader;
import fr.accroche.scenarios.replay.Replay;
import fr.accroche.scenarios.report.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/**
 * A recorded run, judged again with its declaration.
 *
 * @param bytes of the recording, as the file has them
 * @param recording what it holds
 * @param source the declaration's file
 * @param declaration what it declares
 * @param run the judgement
 */
record JudgedAgain(byte[] bytes, Recording recording, Source source, Declaration declaration, Run run) {

    private static final Text WHICH = Text.of(
            "{0} : avec quelle déclaration ? --config FICHIER, ou --architecture NOM",
            "{0}: with which declaration? --config FILE, or --architecture NAME");
    private static final Text OTHER_DECLARATION = Text.of(
            "{0} n'est pas la déclaration du rapport ({1}, SHA-256 {2}…) : le verdict peut en différer",
            "{0} is not the report's declaration ({1}, SHA-256 {2}…): the verdict may differ from it");
    private static final Text OTHER_VERSION = Text.of(
            "le rapport est d'accroche {0}, et ses règles peuvent être autres que celles de {1}",
            "the report is from accroche {0}, and its rules may be others than those of {1}");
    private static final Text OTHER_RULES = Text.of(
            "le rapport a été jugé par les règles {0}, et l'est ici par les règles {1}",
            "the report was judged by the rules {0}, and is here by the rules {1}");
    private static final Text OTHER_VERDICT = Text.of(
            "le rapport concluait « {0} », il est jugé ici « {1} »",
            "the report concluded '{0}', here it is judged '{1}'");
    private static final Text UNKNOWN_FAULT = Text.of(
            "{0} : ce défaut volontaire n'est pas connu de cette version",
            "{0}: this version does not know that fault");
    private static final Text UNDECLARED =
            Text.of("{0} : enregistré, mais non déclaré dans {1}", "{0}: recorded, but not declared in {1}");

    private static final Text NOT_OF_THE_CHAIN = Text.of(
            "{0} : {1} de ses {2} appels ne sont pas reconnus comme des appels de la chaîne, et ne sont pas jugés",
            "{0}: {1} of its {2} calls are not recognised as calls of the chain, and not judged");

    private static final int DIGITS_SHOWN = 12;

    /**
     * Reads and judges one, and says where it is not what the recording tells.
     *
     * @param file the recording
     * @param named as the reports are to name it
     * @param which the declaration that was asked for, if any
     */
    static JudgedAgain of(Path file, String named, DeclarationOption which, Console console)
            throws IOException, DeclarationException {
        return new Reading(named, which, console).judge(file);
    }

    private record Read(byte[] bytes, Recording recording) {}

    /** How one is read. */
    private record Reading(String named, DeclarationOption which, Console console) {

        JudgedAgain judge(Path file) throws IOException, DeclarationException {
            Read read = RecordedFile.read(file, console, all -> new Read(all, RecordingReader.read(all)));
            Recording recording = read.recording();
            Source source = source(recording);
            Declaration declaration = declaration(recording, source);
            recording.origin().ifPresent(this::warn);
            recording.clients().stream()
                    .filter(client -> declaration.operation(client).isEmpty())
                    .forEach(client -> console.say(
                            UNDECLARED.with(client, declaration.lines().file())));
            Run run = Replay.of(named, recording, declaration);
            int others = HarCalls.others(recording, run);
            if (others > 0) {
                console.say(
                        NOT_OF_THE_CHAIN.with(named, others, recording.calls().size()));
            }
            recording.origin().ifPresent(origin -> compare(origin.outcome(), run));
            return new JudgedAgain(read.bytes(), recording, source, declaration, run);
        }

        /** Read as of the day of the recording, and under the name that it had then if it is the same. */
        private Declaration declaration(Recording recording, Source source) throws IOException, DeclarationException {
            LocalDate day = LocalDate.ofInstant(recording.at(), ZoneOffset.UTC);
            String digest = Sha256.hex(source.yaml());
            String name = recording
                    .origin()
                    .filter(origin -> origin.sha256().equals(digest))
                    .map(Recording.Origin::declaration)
                    .orElse(source.name());
            recording
                    .origin()
                    .filter(origin -> !origin.sha256().equals(digest))
                    .ifPresent(origin -> console.say(OTHER_DECLARATION.with(
                            source.name(), origin.declaration(), origin.sha256().substring(0, DIGITS_SHOWN))));
            return DeclarationReader.read(name, source.yaml(), day);
        }

        /** The one that an option names; else the folder's own, unless the report is known to be of one that comes with accroche. */
        private Source source(Recording recording) throws IOException {
            if (which.asked()) {
                return which.source(console);
            }
            Optional<String> digest = recording.origin().map(Recording.Origin::sha256);
            Optional<Source> shipped = Arrays.stream(ShippedDeclaration.values())
                    .map(Source::of)
                    .filter(source -> digest.equals(Optional.of(Sha256.hex(source.yaml()))))
                    .findFirst();
            if (shipped.isPresent()) {
                return shipped.get();
            }
            if (which.file(console).isEmpty()) {
                throw UserException.usage(WHICH.with(named));
            }
            return which.source(console);
        }

        private void warn(Recording.Origin origin) {
            if (!origin.version().equals(Version.CURRENT)) {
                console.say(OTHER_VERSION.with(origin.version(), Version.CURRENT));
            }
            origin.ruleBook()
                    .filter(rules -> !rules.equals(RuleBook.VERSION))
                    .ifPresent(rules -> console.say(OTHER_RULES.with(rules, RuleBook.VERSION)));
            origin.faults().stream()
                    .filter(fault -> Faults.named(fault).isEmpty())
                    .forEach(fault -> console.say(UNKNOWN_FAULT.with(fault)));
        }

        private void compare(Outcome recorded, Run run) {
            if (run.verdict().outcome() != recorded) {
                console.say(OTHER_VERDICT.with(
                        recorded.title(), run.verdict().outcome().title()));
            }
        }
    }
}

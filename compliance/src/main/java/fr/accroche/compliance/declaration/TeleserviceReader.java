package fr.accroche.compliance.declaration;

import fr.accroche.compliance.declaration.DmpChoices.Mode;
import fr.accroche.compliance.declaration.DmpChoices.Transaction;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code settings.assertions}, {@code .dmp}, {@code .tlsi} and {@code .insi}. */
final class TeleserviceReader {

    private TeleserviceReader() {}

    static TeleserviceChoices read(Cursor settings) {
        TeleserviceChoices def = TeleserviceChoices.DEFAULT;
        return new TeleserviceChoices(
                settings.member("assertions").map(TeleserviceReader::assertions).orElse(def.assertions()),
                settings.member("dmp").map(TeleserviceReader::dmp).orElse(def.dmp()),
                settings.member("tlsi").map(TeleserviceReader::tlsi).orElse(def.tlsi()),
                settings.member("insi").map(TeleserviceReader::insi).orElse(def.insi()));
    }

    private static AssertionChoices assertions(Cursor cursor) {
        AssertionChoices def = AssertionChoices.DEFAULT;
        return new AssertionChoices(
                choice(cursor, "sha1", def.sha1()),
                choice(cursor, "signaturePlace", def.signaturePlace()),
                choice(cursor, "issuer", def.issuer()),
                choice(cursor, "replay", def.replay()));
    }

    private static DmpChoices dmp(Cursor cursor) {
        DmpChoices def = DmpChoices.DEFAULT;
        return new DmpChoices(
                        cursor.member("base").flatMap(Cursor::text).orElse(def.base()),
                        def.rights(),
                        cursor.member("mode")
                                .flatMap(c -> c.choice(Mode.values(), Mode::name))
                                .orElse(def.mode()),
                        choice(cursor, "signature", def.signature()),
                        choice(cursor, "signedBy", def.signedBy()),
                        choice(cursor, "signerUsage", def.signerUsage()),
                        texts(cursor, "versions").orElse(def.versions()),
                        texts(cursor, "authnContexts").orElse(def.authnContexts()),
                        texts(cursor, "purposes").orElse(def.purposes()),
                        choice(cursor, "lpsId", def.lpsId()),
                        choice(cursor, "structure", def.structure()),
                        faults(cursor))
                .with(rights(cursor));
    }

    /** A line replaces that mode's default, and no other. */
    private static Map<Mode, Set<Transaction>> rights(Cursor dmp) {
        Map<Mode, Set<Transaction>> lines = new EnumMap<>(Mode.class);
        dmp.member("rights")
                .map(Cursor::members)
                .orElse(Map.of())
                .forEach((name, list) -> Mode.named(name)
                        .ifPresent(mode -> lines.put(
                                mode,
                                list.items().stream()
                                        .flatMap(item -> item.choice(Transaction.values(), Transaction::label).stream())
                                        .collect(Collectors.toSet()))));
        return lines;
    }

    private static TlsiChoices tlsi(Cursor cursor) {
        TlsiChoices def = TlsiChoices.DEFAULT;
        return new TlsiChoices(
                cursor.member("base").flatMap(Cursor::text).orElse(def.base()),
                choice(cursor, "signature", def.signature()),
                texts(cursor, "nameQualifiers").orElse(def.nameQualifiers()),
                texts(cursor, "attributes").orElse(def.attributes()),
                choice(cursor, "idam", def.idam()),
                cursor.member("r").flatMap(Cursor::text).orElse(def.r()),
                choice(cursor, "schema", def.schema()),
                cursor.member("clockTolerance").flatMap(Cursor::duration).orElse(def.clockTolerance()),
                choice(cursor, "clock", def.clock()),
                choice(cursor, "severity", def.severity()),
                faults(cursor));
    }

    private static InsiChoices insi(Cursor cursor) {
        InsiChoices def = InsiChoices.DEFAULT;
        return new InsiChoices(
                cursor.member("answers").flatMap(c -> c.choice(InsiChoices.Answers.class)),
                choice(cursor, "authentication", def.authentication()));
    }

    private static Map<FaultCause, String> faults(Cursor service) {
        Map<FaultCause, String> codes = new EnumMap<>(FaultCause.class);
        for (FaultCause cause : FaultCause.values()) {
            service.member("faults")
                    .flatMap(faults -> faults.member(Cursor.wireName(cause.name())))
                    .flatMap(Cursor::text)
                    .ifPresent(code -> codes.put(cause, code));
        }
        return codes;
    }

    private static Optional<Set<String>> texts(Cursor cursor, String key) {
        return cursor.member(key)
                .map(list -> list.items().stream()
                        .flatMap(item -> item.text().stream())
                        .collect(Collectors.toSet()));
    }

    private static <E extends Enum<E>> E choice(Cursor cursor, String key, E otherwise) {
        return cursor.member(key)
                .flatMap(c -> c.choice(otherwise.getDeclaringClass()))
                .orElse(otherwise);
    }
}

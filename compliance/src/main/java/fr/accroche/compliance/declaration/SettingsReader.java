package fr.accroche.compliance.declaration;

import fr.accroche.compliance.identity.Professional;
import fr.accroche.compliance.identity.Professionals;
import fr.accroche.compliance.text.Text;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code settings}. */
final class SettingsReader {

    private static final Text NOBODY = Text.of(
            "« {0} » n'est le numéro ni le nom court d'aucune personne de test (docs/identities.md)",
            "'{0}' is the number and the short name of no test person (docs/identities.md)");

    private static final Text NO_COLLECTOR = Text.of(
            "une adresse est attendue, http ou https, sans mot de passe ni paramètre",
            "an address is expected, http or https, without password or parameters");

    private SettingsReader() {}

    static Settings read(Cursor cursor) {
        Settings def = Settings.DEFAULT;
        return new Settings(
                cursor.member("cnf").flatMap(c -> c.choice(Settings.Cnf.class)).orElse(def.cnf()),
                cursor.member("securityLevel").flatMap(Cursor::text).orElse(def.securityLevel()),
                cursor.member("cibaInterval").flatMap(Cursor::duration).orElse(def.cibaInterval()),
                cursor.member("pscTokenLife").flatMap(Cursor::duration).orElse(def.pscTokenLife()),
                cursor.member("apiTokenLife").flatMap(Cursor::duration).orElse(def.apiTokenLife()),
                cursor.member("assertionMaxAge").flatMap(Cursor::duration).orElse(def.assertionMaxAge()),
                cursor.member("clockSkew").flatMap(Cursor::duration).orElse(def.clockSkew()),
                cursor.member("tls").flatMap(c -> c.choice(Settings.Tls.class)).orElse(def.tls()),
                cursor.member("revocation")
                        .flatMap(c -> c.choice(Settings.Revocation.class))
                        .orElse(def.revocation()),
                cursor.member("revocationUnavailable")
                        .flatMap(c -> c.choice(Settings.Unavailable.class))
                        .orElse(def.revocationUnavailable()),
                cursor.member("enforcement")
                        .flatMap(c -> c.choice(Settings.Enforcement.class))
                        .orElse(def.enforcement()),
                cursor.member("realistic").flatMap(Cursor::bool).orElse(def.realistic()),
                cursor.member("psc").map(SettingsReader::psc).orElse(def.psc()),
                cursor.member("apiPsc").map(ApiPscReader::read).orElse(def.apiPsc()),
                cursor.member("proxy").map(SettingsReader::proxy).orElse(def.proxy()),
                cursor.member("credential").map(SettingsReader::credential).orElse(def.credential()),
                TeleserviceReader.read(cursor),
                cursor.member("telemetry").map(SettingsReader::telemetry).orElse(def.telemetry()));
    }

    private static PscChoices psc(Cursor cursor) {
        PscChoices def = PscChoices.DEFAULT;
        return new PscChoices(
                cursor.member("acr")
                        .flatMap(c -> c.choice(PscChoices.Acr.class))
                        .orElse(def.acr()),
                cursor.member("channelRequired").flatMap(Cursor::bool).orElse(def.channelRequired()),
                cursor.member("bindingMessage")
                        .flatMap(c -> c.choice(PscChoices.BindingMessage.class))
                        .orElse(def.bindingMessage()),
                cursor.member("loginHint")
                        .flatMap(c -> c.choice(PscChoices.LoginHint.class))
                        .orElse(def.loginHint()),
                cursor.member("unknownUser")
                        .flatMap(c -> c.choice(PscChoices.UnknownUser.class))
                        .orElse(def.unknownUser()),
                cursor.member("cibaExpiry").flatMap(Cursor::duration).orElse(def.cibaExpiry()),
                cursor.member("firstPoll")
                        .flatMap(c -> c.choice(PscChoices.FirstPoll.class))
                        .orElse(def.firstPoll()),
                cursor.member("ping").flatMap(Cursor::bool).orElse(def.ping()),
                cursor.member("boundTokens").flatMap(Cursor::bool).orElse(def.boundTokens()),
                cursor.member("pkce")
                        .flatMap(c -> c.choice(PscChoices.Pkce.class))
                        .orElse(def.pkce()),
                cursor.member("codeLife").flatMap(Cursor::duration).orElse(def.codeLife()),
                cursor.member("refreshTokenLife").flatMap(Cursor::duration).orElse(def.refreshTokenLife()),
                cursor.member("sessionLife").flatMap(Cursor::duration).orElse(def.sessionLife()),
                cursor.member("sessionIdle").flatMap(Cursor::duration).orElse(def.sessionIdle()),
                cursor.member("skew").flatMap(Cursor::duration).orElse(def.skew()),
                cursor.member("eCps")
                        .flatMap(c -> c.choice(PscChoices.ECpsAnswer.class))
                        .orElse(def.eCps()),
                cursor.member("eCpsOf").map(SettingsReader::eCpsOf).orElse(def.eCpsOf()),
                cursor.member("eCpsDelay").flatMap(Cursor::duration).orElse(def.eCpsDelay()));
    }

    /** By national identifier, whatever each was named by. */
    private static Map<String, PscChoices.ECpsAnswer> eCpsOf(Cursor cursor) {
        Map<String, PscChoices.ECpsAnswer> answers = new LinkedHashMap<>();
        cursor.members().forEach((name, answer) -> {
            Optional<Professional> person = Professionals.named(name);
            if (person.isEmpty()) {
                answer.wrong(NOBODY.with(name));
            }
            person.ifPresent(known -> answer.choice(PscChoices.ECpsAnswer.class)
                    .ifPresent(choice -> answers.put(known.nationalId(), choice)));
        });
        return answers;
    }

    private static ProxyChoices proxy(Cursor cursor) {
        ProxyChoices def = ProxyChoices.DEFAULT;
        return new ProxyChoices(
                cursor.member("sessionLife").flatMap(Cursor::duration).orElse(def.sessionLife()),
                cursor.member("sessionIdle").flatMap(Cursor::duration).orElse(def.sessionIdle()),
                cursor.member("revokesTokens").flatMap(Cursor::bool).orElse(def.revokesTokens()),
                cursor.member("traces")
                        .flatMap(c -> c.choice(ProxyChoices.Traces.class))
                        .orElse(def.traces()));
    }

    private static TelemetryChoices telemetry(Cursor cursor) {
        TelemetryChoices def = TelemetryChoices.DEFAULT;
        return new TelemetryChoices(
                cursor.member("otlp").flatMap(SettingsReader::collector),
                cursor.member("logs")
                        .flatMap(c -> c.choice(TelemetryChoices.Logs.class))
                        .orElse(def.logs()));
    }

    private static Optional<URI> collector(Cursor cursor) {
        Optional<String> written = cursor.text();
        Optional<URI> address = written.flatMap(TelemetryChoices::collector);
        if (written.isPresent() && address.isEmpty()) {
            cursor.wrong(NO_COLLECTOR);
        }
        return address;
    }

    private static CredentialChoices credential(Cursor cursor) {
        CredentialChoices def = CredentialChoices.DEFAULT;
        return new CredentialChoices(
                cursor.member("levelRule")
                        .flatMap(c -> c.choice(CredentialChoices.LevelRule.class))
                        .orElse(def.levelRule()),
                cursor.member("path").flatMap(Cursor::text).orElse(def.path()),
                cursor.member("method")
                        .flatMap(c -> c.choice(CredentialChoices.Method.class))
                        .orElse(def.method()),
                cursor.member("decisionField").flatMap(Cursor::text).orElse(def.decisionField()),
                cursor.member("granted").flatMap(Cursor::text).orElse(def.granted()));
    }
}

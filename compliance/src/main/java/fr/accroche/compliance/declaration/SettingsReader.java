package fr.accroche.compliance.declaration;

/** Reads {@code settings}. */
final class SettingsReader {

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
                cursor.member("realistic").flatMap(Cursor::bool).orElse(def.realistic()),
                cursor.member("psc").map(SettingsReader::psc).orElse(def.psc()),
                cursor.member("apiPsc").map(SettingsReader::apiPsc).orElse(def.apiPsc()));
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
                cursor.member("codeLife").flatMap(Cursor::duration).orElse(def.codeLife()),
                cursor.member("refreshTokenLife").flatMap(Cursor::duration).orElse(def.refreshTokenLife()),
                cursor.member("sessionLife").flatMap(Cursor::duration).orElse(def.sessionLife()),
                cursor.member("sessionIdle").flatMap(Cursor::duration).orElse(def.sessionIdle()),
                cursor.member("skew").flatMap(Cursor::duration).orElse(def.skew()));
    }

    private static ApiPscChoices apiPsc(Cursor cursor) {
        ApiPscChoices def = ApiPscChoices.DEFAULT;
        return new ApiPscChoices(
                cursor.member("errors")
                        .flatMap(c -> c.choice(ApiPscChoices.Errors.class))
                        .orElse(def.errors()),
                cursor.member("subjectTokenCheck")
                        .flatMap(c -> c.choice(ApiPscChoices.SubjectTokenCheck.class))
                        .orElse(def.subjectTokenCheck()),
                cursor.member("subjectIssuer").flatMap(Cursor::text).orElse(def.subjectIssuer()),
                cursor.member("subjectIssuerRequired").flatMap(Cursor::bool).orElse(def.subjectIssuerRequired()),
                cursor.member("sameClient").flatMap(Cursor::bool).orElse(def.sameClient()),
                cursor.member("subjectTokenOnce").flatMap(Cursor::bool).orElse(def.subjectTokenOnce()),
                cursor.member("scopeRequired").flatMap(Cursor::bool).orElse(def.scopeRequired()),
                cursor.member("issuedTokenType").flatMap(Cursor::bool).orElse(def.issuedTokenType()),
                cursor.member("refreshTokenLife").flatMap(Cursor::duration).orElse(def.refreshTokenLife()),
                cursor.member("followsPscSession").flatMap(Cursor::bool).orElse(def.followsPscSession()),
                cursor.member("onRefused")
                        .flatMap(c -> c.choice(ApiPscChoices.OnRefused.class))
                        .orElse(def.onRefused()),
                cursor.member("onUnavailable")
                        .flatMap(c -> c.choice(ApiPscChoices.OnUnavailable.class))
                        .orElse(def.onUnavailable()));
    }
}

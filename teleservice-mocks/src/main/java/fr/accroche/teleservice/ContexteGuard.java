package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.FaultCause;
import fr.accroche.compliance.declaration.TlsiChoices;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.compliance.exchange.Variant;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ContexteBam;
import fr.accroche.messages.ContexteLps;
import fr.accroche.messages.SchemaProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * INSi's and ON's: ContexteLPS and ContexteBAM are of the versions in force, dated by a right clock, and as their schemas want
 * (LPS-10, docs/sources.md, DMP and INSi samples). That ContexteLPS is there is for {@link ContexteLpsGuard} to say.
 *
 * @param choices what is done of schemas and clocks
 * @param clock the service's
 * @param faults the gateway's
 */
record ContexteGuard(TlsiChoices choices, InstantSource clock, Faults faults) {

    private static final String LPS = "SOAP/ContexteLPS";
    private static final String BAM = "SOAP/ContexteBAM";
    private static final String LPS_VERSION = "01_00";
    private static final String BAM_VERSION = "01_02";

    void check(Call call, BusinessRequest request) {
        request.contexteLps().ifPresent(lps -> {
            String version = lps.version().orElse("");
            call.note(Fact.CONTEXTE_LPS_VERSION, version, LPS + "/@Version");
            checkVersion(call, request, version, LPS_VERSION, LPS);
        });
        String version = request.contexteBam().flatMap(ContexteBam::version).orElse("");
        call.note(Fact.CONTEXTE_BAM_VERSION, version, BAM + "/@Version");
        checkVersion(call, request, version, BAM_VERSION, BAM);
        checkClock(call, request, request.contexteLps().flatMap(ContexteLps::temps), LPS);
        checkClock(call, request, request.contexteBam().flatMap(ContexteBam::temps), BAM);
        checkSchema(call, request);
    }

    private void checkVersion(Call call, BusinessRequest request, String version, String expected, String where) {
        if (!version.equals(expected)) {
            Observed seen = new Observed(version.isEmpty() ? "—" : Call.cut(version), where + "/@Version");
            call.refuse(refusal(
                    request,
                    FaultCause.CONTEXT_WRONG,
                    Text.of(
                                    "{0} est de la version « {1} » au lieu de {2}. Écrivez le bloc de la version en vigueur",
                                    "{0} is of version '{1}' instead of {2}. Write the block of the version in force")
                            .with(where, seen.value(), expected),
                    where + " : version " + expected + " attendue.",
                    new Observed(expected, "docs/sources.md"),
                    seen));
        }
    }

    private void checkClock(Call call, BusinessRequest request, Optional<Instant> temps, String block) {
        Duration tolerance = choices.clockTolerance();
        String where = block + "/Temps";
        temps.map(at -> Duration.between(at, clock.instant()).abs())
                .filter(difference -> difference.compareTo(tolerance) > 0)
                .ifPresent(difference -> call.variant(
                        Variant.CLOCK,
                        where,
                        choices.clock(),
                        () -> refusal(
                                request,
                                FaultCause.CLOCK_DIFFERS,
                                Text.of(
                                                "{0} diffère de {1} s de l'horloge du service, plus que {2} s. Réglez l'horloge du"
                                                        + " LPS par NTP",
                                                "{0} differs by {1} s from the service's clock, more than {2} s. Set the LPS's clock"
                                                        + " by NTP")
                                        .with(where, difference.toSeconds(), tolerance.toSeconds()),
                                where + " est trop loin de l'heure du service.",
                                new Observed("± " + tolerance.toSeconds() + " s", "settings.tlsi.clockTolerance"),
                                new Observed(difference.toSeconds() + " s", where))));
    }

    private void checkSchema(Call call, BusinessRequest request) {
        List<SchemaProblem> problems = request.schema().problems();
        if (!problems.isEmpty()) {
            SchemaProblem first = problems.get(0);
            String where = "SOAP/" + Call.cut(first.place());
            call.variant(
                    Variant.SCHEMA,
                    where,
                    choices.schema(),
                    () -> refusal(
                            request,
                            FaultCause.SCHEMA_WRONG,
                            Text.of(
                                            "la requête ne suit pas son schéma, en {0} endroit(s) ; d'abord : {1}",
                                            "the request does not follow its schema, in {0} place(s); first: {1}")
                                    .with(problems.size(), Text.of(first.french(), first.english())),
                            "Schéma non respecté : " + Call.cut(first.french()) + ".",
                            new Observed(first.expected().isEmpty() ? "XSD" : Call.cut(first.expected()), "XSD"),
                            new Observed(first.kind().name(), where)));
        }
    }

    private Refusal refusal(
            BusinessRequest request, FaultCause cause, Text sentence, String reason, Observed expected, Observed seen) {
        return Refusal.of(
                Level.BUSINESS,
                Rules.TLSI_SHAPE,
                sentence,
                expected,
                seen,
                faults.of(cause, reason, request.messageId()));
    }
}

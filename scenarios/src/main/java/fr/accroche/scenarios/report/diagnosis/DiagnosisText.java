package fr.accroche.scenarios.report.diagnosis;

import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.diagnosis.CertificateError;
import fr.accroche.scenarios.diagnosis.Diagnosis;
import fr.accroche.scenarios.diagnosis.Diagnosis.Candidate;
import fr.accroche.scenarios.report.Paint;
import fr.accroche.scenarios.report.rules.RuleSheet.Part;
import java.util.List;
import java.util.Locale;

/** A diagnosis and the catalogue of certificate errors, for a terminal. The pasted text is never repeated. */
public final class DiagnosisText {

    private static final int IN_FULL = 3;
    private static final Text BECAUSE = Text.of("parce que", "because");
    private static final Text ONE = Text.of("Une cause connue :", "One known cause:");
    private static final Text SEVERAL = Text.of(
            "{0} causes connues, la plus probable d'abord ; « distinguer » dit comment choisir :",
            "{0} known causes, the likeliest first; 'tell apart' says how to choose:");
    private static final Text ALSO = Text.of(
            "Moins probables (accroche certs diagnose --id F…) :", "Less likely (accroche certs diagnose --id F…):");
    private static final Text NOTHING = Text.of("""
                    Aucun texte d'erreur connu là-dedans. Coller plutôt, en une fois (accroche certs diagnose - < fichier) :
                      - la trace Java entière, avec tous ses « Caused by » ;
                      - le journal du serveur à cet instant (nginx : error_log au niveau info) ;
                      - ce qu'affichent « curl -v » ou « openssl s_client -connect HOST:443 ».
                    accroche certs diagnose --list liste les erreurs, dont certaines n'affichent rien.
                    """, """
                    No known error text in there. Paste instead, all at once (accroche certs diagnose - < file):
                      - the whole Java stack trace, with each of its 'Caused by';
                      - the server's log of that moment (nginx: error_log at level info);
                      - what 'curl -v' or 'openssl s_client -connect HOST:443' prints.
                    accroche certs diagnose --list lists the errors, some of which print nothing.
                    """);

    private final Language language;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private DiagnosisText(Language language, Paint paint) {
        this.language = language;
        this.paint = paint;
    }

    public static String of(Diagnosis diagnosis, Language language, Paint paint) {
        List<Candidate> candidates = diagnosis.candidates();
        if (candidates.isEmpty()) {
            return NOTHING.in(language);
        }
        DiagnosisText report = new DiagnosisText(language, paint);
        report.line((candidates.size() == 1 ? ONE : SEVERAL.with(candidates.size())).in(language));
        report.line("");
        candidates.stream().limit(IN_FULL).forEach(report::candidate);
        if (candidates.size() > IN_FULL) {
            report.line(ALSO.in(language));
            candidates.stream().skip(IN_FULL).forEach(candidate -> report.inShort(candidate.error()));
        }
        return report.out.toString();
    }

    /** One entry of the catalogue. */
    public static String of(CertificateError error, Language language, Paint paint) {
        DiagnosisText report = new DiagnosisText(language, paint);
        report.title(error);
        new ErrorSheet(error).parts(language).forEach(report::part);
        return report.out.toString();
    }

    /** A line for each entry of the catalogue. */
    public static String list(List<CertificateError> errors, Language language, Paint paint) {
        DiagnosisText report = new DiagnosisText(language, paint);
        errors.forEach(report::title);
        return report.out.toString();
    }

    private void candidate(Candidate candidate) {
        title(candidate.error());
        part(new Part(BECAUSE, ErrorSheet.lines(candidate.because())));
        new ErrorSheet(candidate.error())
                .parts(language).stream()
                        .filter(part -> !part.name().equals(ErrorSheet.TEXTS))
                        .forEach(this::part);
        line("");
    }

    private void inShort(CertificateError error) {
        title(error);
        part(new ErrorSheet(error).tellApart(language));
    }

    private void title(CertificateError error) {
        String id = String.format(Locale.ROOT, "%-4s", error.id());
        line(paint.strong(id) + " " + error.title().in(language));
    }

    private void part(Part part) {
        String name = part.name().in(language);
        for (String said : part.lines()) {
            line(String.format(Locale.ROOT, "     %-11s %s", name, said));
            name = "";
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}

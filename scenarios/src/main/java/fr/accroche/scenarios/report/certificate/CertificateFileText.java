package fr.accroche.scenarios.report.certificate;

import fr.accroche.certs.CertificateFacts;
import fr.accroche.certs.ExtensionFacts;
import fr.accroche.certs.StructureIdentifier;
import fr.accroche.certs.Thumbprint;
import fr.accroche.certs.Wording;
import fr.accroche.certs.file.Entry;
import fr.accroche.certs.file.FileContent;
import fr.accroche.certs.file.KeyFacts;
import fr.accroche.compliance.text.Language;
import fr.accroche.compliance.text.Text;
import fr.accroche.scenarios.certificate.Words;
import fr.accroche.scenarios.report.Paint;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report on a certificate file, for a terminal. */
public final class CertificateFileText {

    private static final String INDENT = "  ";

    private final InspectedFile inspected;
    private final Language language;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private CertificateFileText(InspectedFile inspected, Language language, Paint paint) {
        this.inspected = inspected;
        this.language = language;
        this.paint = paint;
    }

    public static String of(InspectedFile inspected, Language language, Paint paint) {
        CertificateFileText report = new CertificateFileText(inspected, language, paint);
        report.file(inspected.content());
        return report.out.toString();
    }

    private void file(FileContent content) {
        line("", paint.strong(content.file()) + " — " + in(content.kind().wording()));
        content.dialect().forEach(line -> field(CertificateWords.PROTECTION, in(line)));
        for (Text warning : inspected.warnings()) {
            line("", "");
            line(INDENT, paint.bad(in(CertificateWords.WARNING)) + " — " + in(warning));
        }
        int number = 0;
        for (Entry entry : content.entries()) {
            number++;
            line("", "");
            entry(number, entry);
        }
    }

    private void entry(int number, Entry entry) {
        if (entry instanceof Entry.Held held) {
            title(number, key(held.key()), alias(held));
            certificates(held.chain());
        } else if (entry instanceof Entry.Certificates chain) {
            title(number, chained(chain), alias(chain));
            certificates(chain.certificates());
        } else if (entry instanceof Entry.Request request) {
            title(number, in(CertificateWords.REQUEST), "");
            request(request);
        } else if (entry instanceof Entry.Revocations revocations) {
            title(number, in(CertificateWords.REVOCATIONS), "");
            revocations(revocations.list());
        } else if (entry instanceof Entry.Other other) {
            title(number, in(CertificateWords.OTHER), other.kind());
        }
    }

    private void title(int number, String what, String more) {
        line("", paint.strong(number + ". " + what) + (more.isEmpty() ? "" : " — " + more));
    }

    private String key(KeyFacts key) {
        String kind = key.algorithm().isEmpty()
                ? in(CertificateWords.CLOSED_KEY)
                : in(CertificateWords.PRIVATE_KEY) + " " + key.algorithm() + (key.bits() == 0 ? "" : " " + key.bits());
        return kind + ", " + in(CertificateWords.fit(key.fit()));
    }

    private String chained(Entry.Certificates chain) {
        if (chain.trusted()) {
            return in(CertificateWords.TRUSTED);
        }
        return chain.certificates().size() == 1
                ? in(CertificateWords.ONE)
                : in(CertificateWords.CHAIN.with(chain.certificates().size()));
    }

    private String alias(Entry entry) {
        return in(entry.alias().map(CertificateWords.ALIAS::with).orElse(CertificateWords.NO_ALIAS));
    }

    private void certificates(List<X509Certificate> chain) {
        boolean first = true;
        for (CertificateFacts facts : CertificateFacts.of(chain)) {
            if (!first) {
                line("", "");
            }
            first = false;
            certificate(facts);
        }
    }

    private void certificate(CertificateFacts facts) {
        field(CertificateWords.SUBJECT, facts.subject());
        facts.identifier()
                .map(this::identifier)
                .or(() -> facts.unreadIdentifier()
                        .map(CertificateWords.NO_IDENTIFIER::with)
                        .map(this::in))
                .ifPresent(text -> field(CertificateWords.IDENTIFIER, text));
        field(CertificateWords.ISSUER, facts.issuer());
        field(CertificateWords.BRANCH, in(CertificateWords.origin(facts.origin())));
        field(CertificateWords.PROFILE, in(facts.profile().wording()));
        field(
                CertificateWords.VALIDITY,
                facts.from() + " → " + facts.until() + ", " + in(CertificateWords.days(facts, inspected.clock())));
        field(CertificateWords.KEY, facts.key() + ", " + facts.signatureAlgorithm());
        field(CertificateWords.SERIAL, facts.serial());
        field(CertificateWords.RFC_THUMBPRINT, Thumbprint.RFC8705.of(facts.certificate()));
        field(CertificateWords.ANS_THUMBPRINT, Thumbprint.ANS_HEX_BASE64.of(facts.certificate()));
        facts.extensions().forEach(this::extension);
    }

    private String identifier(StructureIdentifier known) {
        String text = in(CertificateWords.identifier(known));
        return known.key() == StructureIdentifier.Key.WRONG ? paint.bad(text) : text;
    }

    private void extension(ExtensionFacts extension) {
        String name = in(extension.name()) + (extension.critical() ? in(CertificateWords.CRITICAL) : "");
        line(
                INDENT + INDENT,
                name
                        + in(CertificateWords.COLON)
                        + extension.values().stream().map(this::in).collect(Collectors.joining(", ")));
    }

    private void request(Entry.Request request) {
        field(CertificateWords.SUBJECT, request.subject());
        field(CertificateWords.KEY, request.algorithm() + " " + request.bits());
        field(CertificateWords.SIGNATURE, in(signature(request.signed())));
        if (!request.extensions().isEmpty()) {
            field(CertificateWords.ASKS_FOR, String.join(", ", request.extensions()));
        }
    }

    private static Text signature(Optional<Boolean> signed) {
        return signed.map(right -> right ? CertificateWords.RIGHT_SIGNATURE : CertificateWords.WRONG_SIGNATURE)
                .orElse(CertificateWords.UNKNOWN_SIGNATURE);
    }

    private void revocations(X509CRL list) {
        field(CertificateWords.ISSUER, RevocationFacts.issuer(list));
        String until = Optional.ofNullable(list.getNextUpdate())
                .map(Date::toInstant)
                .map(Instant::toString)
                .orElse("?");
        field(CertificateWords.VALIDITY, list.getThisUpdate().toInstant() + " → " + until);
        field(CertificateWords.NUMBER, Integer.toString(RevocationFacts.count(list)));
    }

    private void field(Text name, String value) {
        line(INDENT, String.format(Locale.ROOT, "%-12s ", in(name)) + value);
    }

    private void line(String indent, String text) {
        out.append((indent + text).stripTrailing()).append('\n');
    }

    private String in(Text text) {
        return text.in(language);
    }

    private String in(Wording wording) {
        return Words.text(wording).in(language);
    }
}

package fr.accroche.scenarios.report.certificate;

import fr.accroche.certs.CertificateFacts;
import fr.accroche.certs.ExtensionFacts;
import fr.accroche.certs.Thumbprint;
import fr.accroche.certs.Wording;
import fr.accroche.certs.file.Entry;
import fr.accroche.certs.file.KeyFacts;
import fr.accroche.compliance.text.Language;
import fr.accroche.scenarios.Version;
import fr.accroche.scenarios.certificate.Words;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonBoolean;
import fr.accroche.wire.json.JsonNull;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The report on a certificate file, for programs. Keys are stable; texts are in the language asked for. */
public final class CertificateFileJson {

    private final InspectedFile inspected;
    private final Language language;

    private CertificateFileJson(InspectedFile inspected, Language language) {
        this.inspected = inspected;
        this.language = language;
    }

    public static String of(InspectedFile inspected, Language language) {
        return new CertificateFileJson(inspected, language).file().pretty() + "\n";
    }

    private JsonObject file() {
        return JsonObject.EMPTY
                .with("accroche", Version.CURRENT)
                .with("file", inspected.content().file())
                .with("kind", inspected.content().kind().name())
                .with("protection", texts(inspected.content().dialect()))
                .with(
                        "entries",
                        inspected.content().entries().stream().map(this::entry).toList())
                .with(
                        "warnings",
                        inspected.warnings().stream()
                                .map(warning -> new JsonText(warning.in(language)))
                                .toList());
    }

    private JsonObject entry(Entry entry) {
        JsonObject json = JsonObject.EMPTY.with("alias", orNull(entry.alias()));
        if (entry instanceof Entry.Held held) {
            return json.with("kind", "HELD").with("key", key(held.key())).with("certificates", all(held.chain()));
        }
        if (entry instanceof Entry.Certificates chain) {
            return json.with("kind", chain.trusted() ? "TRUSTED" : "CERTIFICATES")
                    .with("certificates", all(chain.certificates()));
        }
        if (entry instanceof Entry.Request request) {
            return json.with("kind", "REQUEST")
                    .with("subject", request.subject())
                    .with("keyAlgorithm", request.algorithm())
                    .with("keyBits", request.bits())
                    .with("signed", request.signed().<Json>map(JsonBoolean::new).orElse(new JsonNull()))
                    .with(
                            "extensions",
                            request.extensions().stream().map(JsonText::new).toList());
        }
        if (entry instanceof Entry.Revocations revocations) {
            return json.with("kind", "REVOCATIONS")
                    .with("issuer", RevocationFacts.issuer(revocations.list()))
                    .with(
                            "thisUpdate",
                            revocations.list().getThisUpdate().toInstant().toString())
                    .with(
                            "nextUpdate",
                            orNull(Optional.ofNullable(revocations.list().getNextUpdate())
                                    .map(date -> date.toInstant().toString())))
                    .with("revoked", RevocationFacts.count(revocations.list()));
        }
        return json.with("kind", "OTHER").with("what", ((Entry.Other) entry).kind());
    }

    private static JsonObject key(KeyFacts key) {
        return JsonObject.EMPTY
                .with("algorithm", orNull(Optional.of(key.algorithm()).filter(name -> !name.isEmpty())))
                .with("bits", key.bits())
                .with("fit", key.fit().name());
    }

    private List<JsonObject> all(List<X509Certificate> chain) {
        return CertificateFacts.of(chain).stream().map(this::certificate).toList();
    }

    private JsonObject certificate(CertificateFacts facts) {
        return JsonObject.EMPTY
                .with("subject", facts.subject())
                .with("idNatStruct", identifier(facts))
                .with("issuer", facts.issuer())
                .with("tree", facts.origin().tree().name())
                .with("treeProven", facts.origin().proven())
                .with("productCategory", orNull(facts.origin().category().map("0x%02x"::formatted)))
                .with("profile", facts.profile().name())
                .with("notBefore", facts.from().toString())
                .with("notAfter", facts.until().toString())
                .with("daysLeft", facts.daysLeft(inspected.clock()))
                .with("key", facts.key())
                .with("signatureAlgorithm", facts.signatureAlgorithm())
                .with("serial", facts.serial())
                .with("x5tS256", Thumbprint.RFC8705.of(facts.certificate()))
                .with("cnfAns", Thumbprint.ANS_HEX_BASE64.of(facts.certificate()))
                .with(
                        "extensions",
                        facts.extensions().stream().map(this::extension).toList());
    }

    private static Json identifier(CertificateFacts facts) {
        return facts.identifier()
                .<Json>map(known -> JsonObject.EMPTY
                        .with("type", known.type().name())
                        .with("number", known.number())
                        .with("key", known.key().name()))
                .orElse(new JsonNull());
    }

    private JsonObject extension(ExtensionFacts extension) {
        return JsonObject.EMPTY
                .with("oid", extension.oid())
                .with("name", Words.text(extension.name()).in(language))
                .with("critical", extension.critical())
                .with("values", texts(extension.values()));
    }

    private List<JsonText> texts(List<Wording> wordings) {
        return wordings.stream()
                .map(wording -> new JsonText(Words.text(wording).in(language)))
                .toList();
    }

    /** Keys are always there: what is not known is null. */
    private static Json orNull(Optional<String> value) {
        return value.<Json>map(JsonText::new).orElse(new JsonNull());
    }
}

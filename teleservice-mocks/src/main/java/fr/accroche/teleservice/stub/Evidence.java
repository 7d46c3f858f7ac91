package fr.accroche.teleservice.stub;

import fr.accroche.certs.LikelyProfile;
import fr.accroche.certs.SubjectName;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.wire.json.Json;
import fr.accroche.wire.json.JsonArray;
import fr.accroche.wire.json.JsonBoolean;
import fr.accroche.wire.json.JsonNumber;
import fr.accroche.wire.json.JsonObject;
import fr.accroche.wire.json.JsonText;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The three proofs that a caller brings, by the names that stubs call their matchers and helpers. */
enum Evidence {
    CERTIFICATE("client-certificate", "client-certificate"),
    TOKEN("token-claims", "token-claim"),
    ASSERTION("assertion-attributes", "assertion");

    /** What a certificate can be asked for. */
    static final Set<String> OF_CERTIFICATE = Set.of("cn", "ou", "serial", "profile", "subject");

    private final String matcher;
    private final String helper;

    Evidence(String matcher, String helper) {
        this.matcher = matcher;
        this.helper = helper;
    }

    String matcher() {
        return matcher;
    }

    String helper() {
        return helper;
    }

    /** Whether there can be such a thing; of tokens and assertions, anything. */
    boolean knows(String name) {
        return this != CERTIFICATE || OF_CERTIFICATE.contains(name);
    }

    /** Every value that goes by this name. */
    List<String> of(Caller caller, String name) {
        return switch (this) {
            case CERTIFICATE ->
                caller.certificate().map(known -> of(known, name)).orElse(List.of());
            case TOKEN -> caller.claims().map(known -> claim(known, name)).orElse(List.of());
            case ASSERTION ->
                caller.assertion().map(known -> attribute(known, name)).orElse(List.of());
        };
    }

    /** Whether two texts are the same value: names by structure (RFC 4514), serial numbers as numbers. */
    boolean same(String name, String expected, String observed) {
        if (this != CERTIFICATE) {
            return expected.equals(observed);
        }
        return switch (name) {
            case "subject" -> sameSubject(expected, observed);
            case "serial" -> digits(expected).equals(digits(observed));
            case "profile" -> profile(expected).equals(observed);
            default -> expected.equals(observed);
        };
    }

    private static List<String> of(X509Certificate certificate, String name) {
        Optional<SubjectName> subject = SubjectName.read(certificate.getSubjectX500Principal());
        return switch (name) {
            case "cn" -> subject.flatMap(SubjectName::commonName).stream().toList();
            case "ou" -> subject.map(SubjectName::organisationalUnits).orElse(List.of());
            case "serial" -> List.of(certificate.getSerialNumber().toString(16));
            case "profile" -> List.of(LikelyProfile.of(certificate).name());
            case "subject" -> subject.map(SubjectName::toString).stream().toList();
            default -> List.of();
        };
    }

    private static boolean sameSubject(String expected, String observed) {
        try {
            return SubjectName.parse(expected).sameAs(SubjectName.parse(observed));
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private static String digits(String serial) {
        return serial.toLowerCase(Locale.ROOT).replaceAll("[: ]", "").replaceFirst("^(0x)?0*", "");
    }

    private static String profile(String written) {
        return written.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
    }

    /** A claim inside a claim goes by a path, as {@code cnf.x5t#S256}; one whose own name has a dot comes first. */
    private static List<String> claim(JsonObject claims, String path) {
        Optional<Json> whole = claims.get(path);
        int dot = path.indexOf('.');
        if (whole.isPresent() || dot < 0) {
            return whole.map(Evidence::texts).orElse(List.of());
        }
        return claims.object(path.substring(0, dot))
                .map(inner -> claim(inner, path.substring(dot + 1)))
                .orElse(List.of());
    }

    private static List<String> texts(Json value) {
        if (value instanceof JsonArray several) {
            return several.items().stream()
                    .flatMap(item -> texts(item).stream())
                    .toList();
        }
        if (value instanceof JsonText text) {
            return List.of(text.value());
        }
        return value instanceof JsonNumber || value instanceof JsonBoolean ? List.of(value.compact()) : List.of();
    }

    private static List<String> attribute(ParsedAssertion assertion, String name) {
        return switch (name) {
            case "nameId" -> assertion.nameId().stream().toList();
            case "kind" -> List.of(assertion.kind().name());
            default -> assertion.texts(name);
        };
    }
}

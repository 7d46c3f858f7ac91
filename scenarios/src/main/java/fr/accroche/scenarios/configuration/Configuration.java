package fr.accroche.scenarios.configuration;

import fr.accroche.compliance.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ready configuration of a program: its template, a file of this package, with the places filled. It names the file of
 * a password, and never holds one.
 *
 * @param program which
 * @param files the certificate, its key, whom to trust
 * @param passwordFile whose first line is the password of the PKCS#12; the delivered one unless said
 * @param service what is called, by a program that calls
 * @param listen {@code HOST:PORT}, of a program that listens
 */
public record Configuration(
        Program program, DeliveredFiles files, Optional<Path> passwordFile, Service service, String listen) {

    /** {@code {{name}}} in the syntax of the program, {@code {{sh:name}}} in that of a shell, for what a comment tells to run. */
    private static final Pattern PLACE = Pattern.compile("\\{\\{(sh:)?([^{}]*)}}");

    private static final Text MISSING = Text.of("{0} : ce fichier manque ; {1}", "{0}: this file is missing; {1}");
    private static final Text ORDER_AGAIN = Text.of(
            "« accroche certs order » l'écrit à côté de chaque certificat",
            "'accroche certs order' writes it beside each certificate");
    private static final Text NAME_PASSWORD = Text.of(
            "nommer celui dont la première ligne est le mot de passe du PKCS#12 : --password-file FILE",
            "name the one whose first line is the PKCS#12's password: --password-file FILE");
    private static final Text OWN_KEY = Text.of(
            "avec --csr la clé est la vôtre : la placer là sous ce nom ; sinon : openssl pkcs12 -in …p12 -nocerts -nodes -out …key.pem",
            "with --csr the key is yours: put it there under this name; else: openssl pkcs12 -in …p12 -nocerts -nodes -out …key.pem");
    private static final Text FROM_P12 = Text.of(
            "le tirer du PKCS#12 : openssl pkcs12 -in …p12 -nokeys -out …pem",
            "take it out of the PKCS#12: openssl pkcs12 -in …p12 -nokeys -out …pem");
    private static final Text TO_P12 = Text.of(
            "l'assembler : openssl pkcs12 -export -in …pem -inkey …key.pem -out …p12",
            "put it together: openssl pkcs12 -export -in …pem -inkey …key.pem -out …p12");

    /** What is to be saved, in UTF-8. */
    public String text() throws ConfigurationException {
        StringBuilder text = new StringBuilder();
        Matcher place = PLACE.matcher(template());
        while (place.find()) {
            Syntax syntax = place.group(1) == null ? program.syntax() : Syntax.SHELL;
            String value = syntax.quoted(value(place.group(2)));
            place.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return place.appendTail(text).toString();
    }

    private String template() {
        try (InputStream in =
                Objects.requireNonNull(Configuration.class.getResourceAsStream(program.file()), program.file())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String value(String name) throws ConfigurationException {
        return switch (name) {
            case "url" -> service.text();
            case "host" -> service.host();
            case "authority" -> service.authority();
            case "origin" -> "https://" + service.authority();
            case "listen" -> listen;
            case "bundle" -> files.file(".haproxy.pem").toString();
            case "password-file" ->
                passwordFile.isPresent()
                        ? passwordFile.get().toString()
                        : there(files.file(".password.txt"), NAME_PASSWORD);
            case "p12" -> there(files.file(".p12"), TO_P12);
            case "chain" -> there(files.file(".pem"), FROM_P12);
            case "key" -> there(files.file(".key.pem"), OWN_KEY);
            case "trust" -> there(files.trust(".pem"), ORDER_AGAIN);
            case "truststore" -> there(files.trust(".jks"), ORDER_AGAIN);
            default -> throw new IllegalStateException(program.file() + ": no such place: " + name);
        };
    }

    private static String there(Path file, Text otherwise) throws ConfigurationException {
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException(MISSING.with(file, otherwise));
        }
        return file.toString();
    }
}

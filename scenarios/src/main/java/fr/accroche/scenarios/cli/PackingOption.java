package fr.accroche.scenarios.cli;

import fr.accroche.certs.OrderSettings;
import fr.accroche.certs.OrderingPlatform.Packing;
import fr.accroche.certs.Pkcs12Dialect;
import fr.accroche.compliance.text.Text;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long an ordered certificate lives, and how its key is made and packed. */
final class PackingOption {

    private static final Text QUESTION = Text.of(
            "mot de passe du PKCS#12 (rien : accroche en génère un) : ",
            "password of the PKCS#12 (nothing: accroche generates one): ");

    private static final Text AGAIN = Text.of("le même, encore une fois : ", "the same, once more: ");
    private static final Text DIFFER =
            Text.of("les deux mots de passe tapés diffèrent", "the two passwords that were typed differ");

    @Option(names = "--days", paramLabel = "N", descriptionKey = "days")
    private Integer days;

    @Option(names = "--key-bits", paramLabel = "N", descriptionKey = "key-bits")
    private Integer keyBits;

    @Option(names = "--dialect", paramLabel = "platform|modern|legacy", descriptionKey = "dialect")
    private String dialect;

    @Mixin
    private final PasswordOption password;

    PackingOption(PasswordOption.Sources passwords) {
        this.password = new PasswordOption(passwords);
    }

    /** What is asked for; the rest as the profile has it. */
    OrderSettings settings(OrderSettings otherwise) {
        return new OrderSettings(
                keyBits == null ? otherwise.keyBits() : keyBits, days == null ? otherwise.days() : days);
    }

    Pkcs12Dialect dialect() {
        return dialect == null ? Pkcs12Dialect.PLATFORM : Choice.of("--dialect", dialect, Pkcs12Dialect.class);
    }

    /** Whether something is asked of the key, which is not made when a signing request is given. */
    boolean aboutTheKey() {
        return keyBits != null || dialect != null || password.named();
    }

    /** How the keys of orders are packed, by their settings; a password is asked for once. */
    Function<OrderSettings, Packing> packing(Console console) throws IOException {
        Pkcs12Dialect chosen = dialect();
        Optional<char[]> secret = password(console);
        return settings -> new Packing(settings.keyBits(), chosen, secret);
    }

    /** A new password is typed twice; nothing typed, or a variable that is set to nothing, is none. */
    private Optional<char[]> password(Console console) throws IOException {
        Optional<char[]> given = password.given(console).filter(secret -> secret.length > 0 || password.named());
        if (given.isPresent()) {
            return given;
        }
        Optional<char[]> typed = password.asked(QUESTION, console).filter(secret -> secret.length > 0);
        if (typed.isPresent()
                && !Arrays.equals(typed.get(), password.asked(AGAIN, console).orElse(new char[0]))) {
            throw UserException.usage(DIFFER);
        }
        return typed;
    }
}

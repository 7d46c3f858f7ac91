package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.standalone.MappingFileException;
import fr.accroche.compliance.text.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder of stubs cannot be used. Its message is one line for the user: which file, what is wrong, what would do. */
public final class StubFolderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Pattern WIREMOCK = Pattern.compile("Error loading file (.*?):\\s(.*)", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("line: (\\d+), column: (\\d+)]\\s*$");

    private static final Pattern MATCHER = Pattern.compile("^\\{.*}( is not )", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"(?!\\w{1,40}\" \\(class )[^\"]*\"");

    private static final Text UNREADABLE = Text.of(
            "{0} : pas un bouchon de WireMock, {1}ce qu'en dit son lecteur de JSON : {2}",
            "{0}: not a stub of WireMock, {1}its reader of JSON says: {2}");
    private static final Text AT = Text.of("ligne {0}, colonne {1} ; ", "line {0}, column {1}; ");

    private final transient Text sentence;

    StubFolderException(Text sentence, Throwable cause) {
        super(sentence.en(), cause);
        this.sentence = sentence;
    }

    /** What is wrong with a file, without the pieces of it that WireMock's own words quote. */
    static Text unreadable(MappingFileException failure) {
        Matcher words = WIREMOCK.matcher(String.valueOf(failure.getMessage()));
        if (!words.matches()) {
            return Text.verbatim(String.valueOf(failure.getMessage()).replaceAll("\\s+", " "));
        }
        String detail = words.group(2);
        Matcher place = PLACE.matcher(detail);
        Text where = place.find() ? AT.with(place.group(1), place.group(2)) : Text.verbatim("");
        String why = detail.lines().findFirst().orElse("").replaceFirst(" *(\\(start marker )?at \\[Source.*", "");
        return UNREADABLE.with(words.group(1), where, withoutContent(why).replaceAll("\\s+", " "));
    }

    /** A stub may hold a token to match, or to answer; the name of a field that is not known is of use. */
    private static String withoutContent(String why) {
        return QUOTED.matcher(MATCHER.matcher(why).replaceFirst("…$1")).replaceAll("\"…\"");
    }

    /** What is wrong, and what to do. */
    public Text sentence() {
        return sentence;
    }
}

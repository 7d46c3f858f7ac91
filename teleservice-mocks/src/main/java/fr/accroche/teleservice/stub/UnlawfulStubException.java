package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import fr.accroche.compliance.text.Text;

/** A stub asks for what no stub may, or what cannot be understood. WireMock's own kind, so that its admin API answers 422. */
final class UnlawfulStubException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    private final transient Text sentence;

    UnlawfulStubException(Text sentence) {
        super(Errors.singleWithDetail(10, "This stub cannot be served", sentence.en()));
        this.sentence = sentence;
    }

    /** What is wrong, and what would do. */
    Text sentence() {
        return sentence;
    }
}

package fr.accroche.messages;

import java.util.List;

/** A message is SOAP, and what it asks of XDS is wrong: all of it, each with the error that a registry answers. */
public final class XdsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<XdsError> errors;

    XdsException(List<XdsError> errors) {
        super(errors.get(0).code() + ": " + errors.get(0).context());
        this.errors = List.copyOf(errors);
    }

    XdsException(XdsError.Code code, String context) {
        this(List.of(XdsError.of(code, context)));
    }

    /** At least one. */
    public List<XdsError> errors() {
        return errors;
    }
}

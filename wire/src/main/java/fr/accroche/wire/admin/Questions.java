package fr.accroche.wire.admin;

import fr.accroche.wire.Form;
import fr.accroche.wire.Request;
import java.util.List;

/** How the doors read a form: all of it is understood, or none of it is done. */
public final class Questions {

    private Questions() {}

    /**
     * The form of a POST, or the query of another method.
     *
     * @throws IllegalArgumentException if it cannot be read, or holds a name twice or one that is not known
     */
    public static Form of(Request request, List<String> names) {
        Form form = Form.parse(request.method().equals("POST") ? request.text() : request.query());
        if (!names.containsAll(form.names()) || !form.repeated().isEmpty()) {
            throw new IllegalArgumentException("expected each once, and no other, of " + String.join(", ", names));
        }
        return form;
    }
}

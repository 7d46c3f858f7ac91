package fr.accroche.teleservice.stub;

import com.github.jknack.handlebars.Helper;
import com.github.tomakehurst.wiremock.extension.TemplateHelperProviderExtension;
import java.util.LinkedHashMap;
import java.util.Map;

/** What templates print of the caller: {@code {{client-certificate 'cn'}}}; several values with commas between them. */
final class CallerHelpers implements TemplateHelperProviderExtension {

    private final CurrentCaller current;

    CallerHelpers(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public String getName() {
        return "accroche-caller";
    }

    @Override
    public Map<String, Helper<?>> provideTemplateHelpers() {
        Map<String, Helper<?>> helpers = new LinkedHashMap<>();
        for (Evidence evidence : Evidence.values()) {
            helpers.put(evidence.helper(), printing(evidence));
        }
        Helper<Object> messageId = (context, options) ->
                "uuid".equals(context) ? current.get().map(CallerHelpers::uuid).orElse("") : messageId();
        helpers.put("message-id", messageId);
        return helpers;
    }

    private String messageId() {
        return current.get().flatMap(Caller::messageId).orElse("");
    }

    /** The message identifier without {@code urn:uuid:}, as HL7 v3 repeats it; empty if there is none. */
    static String uuid(Caller caller) {
        String id = caller.messageId().orElse("");
        return id.substring(id.lastIndexOf(':') + 1);
    }

    /** An error is written where the value should be, as WireMock's own helpers do. */
    private Helper<Object> printing(Evidence evidence) {
        return (name, options) -> {
            if (!(name instanceof String text) || !evidence.knows(text)) {
                return "[ERROR: " + evidence.helper() + " wants a name in quotes"
                        + (evidence == Evidence.CERTIFICATE ? ": cn, ou, serial, profile or subject]" : "]");
            }
            return current.get()
                    .map(caller -> String.join(",", evidence.of(caller, text)))
                    .orElse("");
        };
    }
}

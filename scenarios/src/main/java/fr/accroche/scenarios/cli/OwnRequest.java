package fr.accroche.scenarios.cli;

import fr.accroche.compliance.declaration.ProxyEsante.Mode;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.text.Text;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.MessageException;
import fr.accroche.proxy.metier.BusinessOperation;
import fr.accroche.proxy.metier.JsonFault;
import fr.accroche.wire.json.JsonException;
import fr.accroche.wire.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/** A vendor's own business request: SOAP for a passe-plat proxy, JSON for a métier one. */
final class OwnRequest {

    private static final Text NO_MESSAGE =
            Text.of("{0} : message SOAP illisible : « {1} »", "{0}: unreadable SOAP message: {1}");
    private static final Text NO_JSON = Text.of(
            "{0} : le proxy est déclaré métier, et prend du JSON ; illisible : « {1} »",
            "{0}: the proxy is declared métier, and takes JSON; unreadable: {1}");
    private static final Text AGAINST_SCHEMA = Text.of(
            "{0} : pas comme docs/schemas/{1}.request.schema.json le veut : « {2} »",
            "{0}: not as docs/schemas/{1}.request.schema.json has it: {2}");

    private OwnRequest() {}

    /**
     * Refuses what the proxy could not take.
     *
     * @param name of the file
     */
    static void check(String name, byte[] body, Teleservice service, Mode mode) {
        if (mode == Mode.METIER) {
            checkJson(name, body, service);
        } else {
            checkSoap(name, body);
        }
    }

    private static void checkSoap(String name, byte[] body) {
        try {
            BusinessRequest.parse(body);
        } catch (MessageException wrong) {
            String place = wrong.line() == 0 ? "" : ":" + wrong.line() + ":" + wrong.column();
            throw UserException.usage(NO_MESSAGE.with(name + place, wrong.reason()));
        }
    }

    private static void checkJson(String name, byte[] body, Teleservice service) {
        try {
            JsonObject request = BusinessOperation.readAny(body);
            BusinessOperation operation = BusinessOperation.fitting(service.route(), request);
            List<JsonFault> faults = operation.faults(request);
            if (!faults.isEmpty()) {
                String told = faults.stream().map(JsonFault::toString).collect(Collectors.joining("; "));
                throw UserException.usage(AGAINST_SCHEMA.with(name, operation.schema(), told));
            }
        } catch (JsonException wrong) {
            throw UserException.usage(NO_JSON.with(name, wrong.getMessage()));
        }
    }
}

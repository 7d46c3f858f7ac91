package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.messages.SchemaFile;
import fr.accroche.messages.ServiceDescription;
import fr.accroche.wire.Handler;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.util.Optional;

/**
 * What a service tells programs that generate a client: its WSDL at {@code GET ?wsdl}, and what that imports at {@code ?xsd=NAME}. It asks
 * for no token, and makes no hop: nobody's data are in it, and no rule is about it.
 */
final class Descriptions {

    private static final String XML = "text/xml; charset=utf-8";
    private static final String XSD = "xsd=";

    private Descriptions() {}

    /**
     * @param path of the service
     * @param otherwise for any other GET
     */
    static Handler of(Teleservice service, String path, Handler otherwise) {
        Optional<ServiceDescription> description = description(service, path.substring(path.lastIndexOf('/') + 1));
        if (description.isEmpty()) {
            return otherwise;
        }
        return request -> {
            Optional<String> document = document(description.get(), request);
            return document.isPresent() ? Response.of(200, XML, document.get()) : otherwise.handle(request);
        };
    }

    private static Optional<ServiceDescription> description(Teleservice service, String name) {
        if (service != Teleservice.DMP) {
            return Optional.of(service == Teleservice.INSI ? ServiceDescription.INSI : ServiceDescription.ON_FICTIONAL);
        }
        return switch (name) {
            case "patients" -> Optional.of(ServiceDescription.DMP_PATIENTS);
            case "habilitations" -> Optional.of(ServiceDescription.DMP_HABILITATIONS);
            case "registry" -> Optional.of(ServiceDescription.DMP_REGISTRY);
            case "repository" -> Optional.of(ServiceDescription.DMP_REPOSITORY);
            default -> Optional.empty();
        };
    }

    private static Optional<String> document(ServiceDescription description, Request request) {
        String address = "https://" + request.headers().first("Host").orElse("localhost") + request.path();
        String query = request.query();
        if (query.equalsIgnoreCase("wsdl")) {
            return Optional.of(description.servedAt(address));
        }
        return query.startsWith(XSD)
                ? SchemaFile.named(query.substring(XSD.length()))
                        .map(schema -> ServiceDescription.servedAt(address, schema))
                : Optional.empty();
    }
}

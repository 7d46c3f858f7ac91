package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Environment;
import fr.accroche.compliance.declaration.InsiChoices;
import fr.accroche.compliance.declaration.Settings;
import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.declaration.Teleservice;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.MessageException;
import fr.accroche.messages.ParsedAssertion;
import fr.accroche.messages.ParsedAssertion.Kind;
import fr.accroche.messages.SoapMessage;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * A business request that somebody else recorded: noted as the service notes it, and neither judged nor answered. What the service
 * would learn from others, whose certificate signs, who the token's client is, what came before, it notes nothing of.
 *
 * @param environment whose patients may be named
 * @param settings what was chosen where public documents are silent
 * @param clock when it was sent
 */
public record RecordedRequest(Environment environment, Settings settings, InstantSource clock) {

    private static final Faults UNSAID = (cause, reason, messageId) -> new WireError("", Response.of(500));
    private static final String INSI_ACTIONS = "urn:ServiceIdentiteCertifiee:";

    /** Whose it is by its action or its assertion, which INSi and ON share; empty where neither tells, or it cannot be read. */
    public static Optional<Teleservice> service(SoapMessage message) {
        try {
            BusinessRequest request = BusinessRequest.parse(message);
            if (request.on().isPresent()) {
                return Optional.of(Teleservice.ON);
            }
            if (request.action()
                    .filter(action -> action.startsWith(INSI_ACTIONS))
                    .isPresent()) {
                return Optional.of(Teleservice.INSI);
            }
            boolean dmp = DmpOperation.expectedBody(request).isPresent()
                    || !request.assertions(Kind.VIHF).isEmpty();
            return dmp ? Optional.of(Teleservice.DMP) : Optional.empty();
        } catch (MessageException unreadable) {
            return Optional.empty();
        }
    }

    /** Adds what its message says to the notes of a call to this service. */
    public void note(HopNotes notes, Teleservice service, Request recorded) {
        Call call = new Call(recorded, notes, Enforcement.STRICT);
        call.noteBody();
        try {
            BusinessRequest request = BusinessRequest.parse(call.message());
            call.note(Fact.ACTION, request.action().orElse(recorded.toString()), "SOAP/Action");
            note(call, service, request);
            PackageGuard.check(call, request);
            call.noteVariants();
        } catch (MessageException unreadable) {
            call.note(Fact.ACTION, recorded.toString(), "HTTP").note(Fact.ASSERTION_KIND, "none", "SOAP");
        }
    }

    private void note(Call call, Teleservice service, BusinessRequest request) {
        NumberGuard numbers = new NumberGuard(new LpsRegister(Map.of()), service, clock);
        Optional<ParsedAssertion> assertion = wanted(service).check(call, request, Optional.empty());
        assertion.ifPresent(known -> shape(service).check(call, request, known));
        LpsGuard software = service == Teleservice.DMP
                ? new VihfLpsGuard(new LpsRegister(Map.of()), numbers, UNSAID)
                : new ContexteLpsGuard(
                        numbers,
                        new ContexteGuard(settings.teleservices().tlsi(), clock, UNSAID),
                        settings.teleservices().tlsi(),
                        UNSAID);
        software.check(call, Optional.of(request), assertion, Optional.empty());
    }

    private WantedAssertion wanted(Teleservice service) {
        if (service == Teleservice.DMP) {
            return new AssertionGuard(
                    Kind.VIHF,
                    settings,
                    new SignatureGuard(settings.teleservices().dmp().signature(), Optional.empty(), "VIHF", UNSAID),
                    UNSAID,
                    clock);
        }
        boolean without = service == Teleservice.INSI
                && settings.teleservices().insi().authentication() == InsiChoices.Authentication.MTLS;
        return without
                ? new AssertionFreeGuard(UNSAID)
                : new AssertionGuard(
                        Kind.ASSERTION_PS,
                        settings,
                        new SignatureGuard(
                                settings.teleservices().tlsi().signature(), Optional.empty(), "AssertionPS", UNSAID),
                        UNSAID,
                        clock);
    }

    private ShapeGuard shape(Teleservice service) {
        return service == Teleservice.DMP
                ? new VihfShapeGuard(
                        new VihfPatientGuard(environment),
                        settings.teleservices().dmp(),
                        UNSAID)
                : new AssertionPsGuard(settings.teleservices().tlsi(), UNSAID);
    }
}

package fr.accroche.authserver;

import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.exchange.ClientCertificate;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Observed;
import fr.accroche.wire.Form;
import fr.accroche.wire.Request;
import fr.accroche.wire.admin.AdminDoors;
import fr.accroche.wire.admin.FaultBook;
import fr.accroche.wire.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One call while it is being answered: what came, what is noted of it, and what the guards find. Every guard speaks; the first
 * refusal decides the answer, or where calls are only to be explained, is noted as withheld if there is enough to go on with.
 * Of one thread.
 */
public final class Call {

    /** Longest value kept of a parameter that is no token: a journal is for people. */
    private static final int LONGEST_KEPT = 256;

    private final Request request;
    private final Form form;
    private final Optional<String> formProblem;
    private final HopNotes notes;
    private final Optional<FaultBook> marks;
    private final Enforcement enforcement;
    private final List<OAuthRefusal> refusals = new ArrayList<>();
    private ClientCertificate certificate = new ClientCertificate.NotAsked();
    private Optional<OAuthError> withheld = Optional.empty();

    private Call(
            Request request,
            Form form,
            Optional<String> formProblem,
            HopNotes notes,
            Optional<FaultBook> marks,
            Enforcement enforcement) {
        this.request = request;
        this.form = form;
        this.formProblem = formProblem;
        this.notes = notes;
        this.marks = marks;
        this.enforcement = enforcement;
    }

    /**
     * Reads the form of a POST; the parameters of a GET are those of its query.
     *
     * @param marks the server's faults, if any mark waited there when the call came
     */
    static Call open(Request request, HopNotes notes, Optional<FaultBook> marks, Enforcement enforcement) {
        boolean post = request.method().equals("POST");
        if (post && !formTyped(request)) {
            return new Call(
                    request,
                    Form.of(),
                    Optional.of("Content-Type must be application/x-www-form-urlencoded"),
                    notes,
                    marks,
                    enforcement);
        }
        try {
            Form form = Form.parse(post ? request.text() : request.query());
            return new Call(request, form, Optional.empty(), notes, marks, enforcement);
        } catch (IllegalArgumentException e) {
            return new Call(request, Form.of(), Optional.of("the form cannot be read"), notes, marks, enforcement);
        }
    }

    private static boolean formTyped(Request request) {
        return request.headers()
                .first("Content-Type")
                .map(type -> type.split(";", 2)[0].trim())
                .filter("application/x-www-form-urlencoded"::equalsIgnoreCase)
                .isPresent();
    }

    public Request request() {
        return request;
    }

    public Form form() {
        return form;
    }

    /** Why the form could not be read. */
    Optional<String> formProblem() {
        return formProblem;
    }

    public HopNotes notes() {
        return notes;
    }

    /** What the connection showed; only where the endpoint asks for it. */
    public ClientCertificate certificate() {
        return certificate;
    }

    void certificate(ClientCertificate shown) {
        certificate = shown;
        notes.client(shown);
    }

    public Optional<String> parameter(String name) {
        return form.first(name);
    }

    /** Notes a parameter as a fact, if it is there. */
    public void note(Fact fact, String parameter) {
        notes.note(
                fact, parameter(parameter).map(value -> fact.correlates() ? value : clipped(value)), where(parameter));
    }

    /** A parameter as a breach shows it; not for tokens. */
    public Observed observed(String parameter) {
        return new Observed(parameter(parameter).map(Call::clipped).orElse(Observed.NOTHING.value()), where(parameter));
    }

    /** The locator of a parameter. */
    public String where(String parameter) {
        return (request.method().equals("POST") ? "form/" : "query/") + parameter;
    }

    /** As much of a value as a journal keeps. */
    public static String clipped(String value) {
        return value.length() <= LONGEST_KEPT ? value : value.substring(0, LONGEST_KEPT) + "…";
    }

    /** Whether somebody asked that the token now issued to this client has expired already; noted if so. */
    public boolean expiredOnDemand(String clientId) {
        return onDemand(OAuthFaults.EXPIRED_TOKEN, clientId);
    }

    /** The token response to this client, or an unusual one that holds the same if somebody asked for it; noted if so. */
    public JsonObject tokenResponse(JsonObject usual, String clientId) {
        return onDemand(OAuthFaults.UNUSUAL_ANSWER, clientId) ? OAuthFaults.unusual(usual) : usual;
    }

    /** Whether somebody asked that this client be answered so; noted if so. */
    public boolean onDemand(String mark, String clientId) {
        boolean asked = marks.filter(faults -> faults.marked(mark, clientId)).isPresent();
        if (asked) {
            notes.note(Fact.FAULT_ON_DEMAND, mark, AdminDoors.FAULTS);
        }
        return asked;
    }

    public void refuse(OAuthRefusal refusal) {
        refusals.add(refusal);
        notes.breach(refusal.breach());
    }

    /** Whether no guard has refused so far. */
    public boolean sound() {
        return refusals.isEmpty();
    }

    /** The wire error of the first refusal. */
    public Optional<OAuthError> error() {
        return refusals.stream().findFirst().map(OAuthRefusal::wire);
    }

    /** Whether a refused call goes on all the same, where there is anything to go on with. */
    public boolean explains() {
        return enforcement == Enforcement.EXPLAIN;
    }

    /** The answer of the first refusal, which ends the call. */
    public Optional<Reply> refusal() {
        return refusal(false);
    }

    /** The same; empty too if it is withheld. */
    public Optional<Reply> refusal(boolean passable) {
        return refusal(passable, OAuthRefusal::wire);
    }

    /**
     * The same, where the server words its errors in its own way. A 401 challenges only who tried the Authorization header (RFC
     * 6749 §5.2).
     *
     * @param passable whether there is enough to go on with, if the call is only to be explained
     */
    public Optional<Reply> refusal(boolean passable, Function<OAuthRefusal, OAuthError> wording) {
        Optional<OAuthError> first = refusals.stream().findFirst().map(wording);
        boolean goesOn = passable && explains();
        withheld = goesOn ? first : Optional.empty();
        return goesOn ? Optional.empty() : first.map(this::challenging);
    }

    private Reply challenging(OAuthError wire) {
        boolean challenged =
                wire.status() == 401 && request.headers().first("Authorization").isPresent();
        return challenged ? wire.reply().with("WWW-Authenticate", "Basic realm=\"accroche\"") : wire.reply();
    }

    /** Notes what this call would have been answered, had its refusal not been withheld. */
    void noteWithheld() {
        withheld.ifPresent(wire -> notes.withheld(wire.status(), wire.error()));
    }
}

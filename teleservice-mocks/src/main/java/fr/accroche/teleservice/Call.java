package fr.accroche.teleservice;

import fr.accroche.compliance.declaration.Leniency;
import fr.accroche.compliance.declaration.Settings.Enforcement;
import fr.accroche.compliance.exchange.Fact;
import fr.accroche.compliance.exchange.Hop;
import fr.accroche.compliance.exchange.HopNotes;
import fr.accroche.compliance.exchange.Variant;
import fr.accroche.messages.SoapMessage;
import fr.accroche.wire.Request;
import fr.accroche.wire.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A call under examination: what was received, what was noted, and every reason found not to serve it. */
final class Call {

    /** Longer values are cut in notes: they come from whoever calls. */
    private static final int LONGEST = 200;

    private final Request request;
    private final HopNotes notes;
    private final Enforcement enforcement;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<String> variants = new ArrayList<>();
    private final List<String> refusedForms = new ArrayList<>();
    private boolean withheld;

    Call(Request request, HopNotes notes, Enforcement enforcement) {
        this.request = request;
        this.notes = notes;
        this.enforcement = enforcement;
    }

    Request request() {
        return request;
    }

    /** What was received, as SOAP. */
    SoapMessage message() {
        return new SoapMessage(request.headers().first("Content-Type").orElse(""), request.body());
    }

    HopNotes notes() {
        return notes;
    }

    Call note(Fact fact, String value, String where) {
        notes.note(fact, cut(value), where);
        return this;
    }

    Call note(Fact fact, Optional<String> value, String where) {
        value.ifPresent(present -> note(fact, present, where));
        return this;
    }

    /** Notes a digest of the body, to be compared with what was sent. */
    Call noteBody() {
        notes.noteBody(request.body());
        return this;
    }

    void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    /**
     * A form that some requests have and not all: taken, reported, or refused.
     *
     * @param leniency what is to be done
     * @param where it stands
     * @param refusal made only to refuse
     */
    void variant(Variant variant, String where, Leniency leniency, Supplier<Refusal> refusal) {
        switch (leniency) {
            case ACCEPT -> {}
            case WARN -> report(variant, where);
            case REFUSE -> {
                refusedForms.add(variant.name() + "=" + where);
                refuse(refusal.get());
            }
        }
    }

    /** A form that some requests have and not all, and that is taken always. */
    void report(Variant variant, String where) {
        variants.add(variant.name() + "=" + where);
    }

    /** Notes which forms were reported, of which none is worth a note too, and which were refused. */
    void noteVariants() {
        notes.note(Fact.VARIANTS, String.join(" | ", variants), "SOAP");
        if (!refusedForms.isEmpty()) {
            notes.note(Fact.REFUSED_FORMS, String.join(" | ", refusedForms), "SOAP");
        }
    }

    /** What a sound call is answered, or else the error of the first refusal, unless that is withheld. */
    Response answer(Supplier<Response> sound) {
        return answer(refused(), true, sound);
    }

    /**
     * The same, where errors have a form of their own. A refusal is withheld where calls are only to be explained, and this one
     * can be served: nothing speaks against that but rules.
     *
     * @param refused the error of the first refusal, if there is any
     * @param servable whether enough could be read to serve it
     */
    Response answer(Optional<Response> refused, boolean servable, Supplier<Response> sound) {
        if (refused.isPresent() && !(servable && passable())) {
            return refused.get();
        }
        Response served = sound.get();
        if (refused.isPresent() && !passable()) {
            return refused.get();
        }
        withheld = refused.isPresent();
        return served;
    }

    /** Whether a call that is refused goes on all the same, where it can. */
    boolean explains() {
        return enforcement == Enforcement.EXPLAIN;
    }

    private boolean passable() {
        return explains()
                && refusals.stream().allMatch(refusal -> refusal.breach().isPresent());
    }

    /** The error of the first refusal, if there is any. */
    Optional<Response> refused() {
        return inOrder().stream().findFirst().map(first -> first.error().response());
    }

    /** The rules broken, for the diagnosis header; empty text when there are none. */
    String rules() {
        return inOrder().stream()
                .flatMap(refusal -> refusal.breach().stream())
                .map(breach -> breach.rule().value())
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** The record of this call, once answered. */
    Hop hop(Response response) {
        for (Refusal refusal : inOrder()) {
            refusal.breach().ifPresent(notes::breach);
        }
        Optional<WireError> first = inOrder().stream().findFirst().map(Refusal::error);
        if (withheld) {
            first.ifPresent(error -> notes.withheld(error.response().status(), error.terse()));
            return notes.answered(response.status());
        }
        return first.map(error -> notes.refused(response.status(), error.terse()))
                .orElseGet(() -> notes.answered(response.status()));
    }

    private List<Refusal> inOrder() {
        return refusals.stream().sorted(Comparator.comparing(Refusal::level)).toList();
    }

    static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}

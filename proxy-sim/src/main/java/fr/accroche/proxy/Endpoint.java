package fr.accroche.proxy;

import fr.accroche.wire.Response;

/** Answers one kind of call. */
@FunctionalInterface
interface Endpoint {
    Outcome<Response> answer(Call call);
}

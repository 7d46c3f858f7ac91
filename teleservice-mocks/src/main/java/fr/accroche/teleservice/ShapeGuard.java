package fr.accroche.teleservice;

import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.ParsedAssertion;

/** Wants the service's one assertion to have everything that the service reads in it. */
@FunctionalInterface
interface ShapeGuard {

    void check(Call call, BusinessRequest request, ParsedAssertion assertion);
}

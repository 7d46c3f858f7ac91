package fr.accroche.teleservice;

import fr.accroche.compliance.exchange.Variant;
import fr.accroche.messages.BusinessRequest;
import fr.accroche.messages.DepositRequest;

/** Reports a message that comes as an MTOM package without being one that brings documents. */
final class PackageGuard {

    private PackageGuard() {}

    static void check(Call call, BusinessRequest request) {
        boolean deposit = request.action().filter(DepositRequest.ACTION::equals).isPresent();
        if (call.message().packaged() && !deposit) {
            call.report(Variant.MTOM_UNEXPECTED, "HTTP/Content-Type");
        }
    }
}

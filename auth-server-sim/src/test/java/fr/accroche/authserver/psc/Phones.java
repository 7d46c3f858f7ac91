package fr.accroche.authserver.psc;

import fr.accroche.authserver.Browser;
import fr.accroche.authserver.Identities;
import fr.accroche.authserver.PscBench;
import fr.accroche.authserver.Wrong;
import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Professionals that do nothing by themselves, and who acts for them. */
final class Phones implements AutoCloseable {

    final PscBench bench = new PscBench(PscBench.settings().withECps(ECps.always(ECps.Answer.SILENT)));

    String ask(String person, String number, String channel) throws IOException {
        Form form = Wrong.with(PscBench.ciba(Identities.ALPHA_ID), "login_hint", person);
        form = Wrong.with(Wrong.with(form, "binding_message", number), "channel", channel);
        Response response = bench.browser.post(Identities.ALPHA, bench.at("ext/ciba/auth"), form);
        return PscBench.json(response).text("auth_req_id").orElseThrow();
    }

    String poll(String authReqId) throws IOException {
        return error(bench.poll(Identities.ALPHA, Identities.ALPHA_ID, authReqId));
    }

    /** The error, or a dash. */
    static String error(Response response) {
        return PscBench.json(response).text("error").orElse("-");
    }

    Response page(String language) throws IOException {
        return bench.browser.send(
                Optional.empty(),
                ClientRequest.get(bench.psc.uri().resolve(Paths.ECPS))
                        .with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .with("Accept-Language", language));
    }

    String handleOf(String number) throws IOException {
        Matcher form = Pattern.compile("id=\"request-([^\"]+)\".*?class=\"number\">(\\d\\d)<")
                .matcher(page("fr").text());
        while (form.find()) {
            if (form.group(2).equals(number)) {
                return form.group(1);
            }
        }
        throw new AssertionError("no request " + number);
    }

    Response press(String handle, String action) throws IOException {
        return bench.browser.send(
                Optional.empty(),
                Browser.form(bench.psc.uri().resolve(Paths.ECPS), Form.of("request", handle, "action", action))
                        .with("Accept", "text/html"));
    }

    Response decide(String... form) throws IOException {
        return bench.browser.send(Optional.empty(), Browser.form(bench.psc.uri().resolve(Paths.ECPS), Form.of(form)));
    }

    @Override
    public void close() {
        bench.close();
    }
}

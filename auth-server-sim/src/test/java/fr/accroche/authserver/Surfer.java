package fr.accroche.authserver;

import fr.accroche.wire.ClientRequest;
import fr.accroche.wire.Form;
import fr.accroche.wire.Response;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's browser without scripts: cookies, forms, redirects within the site. It stops before it would leave the site. */
public final class Surfer {

    private static final Pattern FORM = Pattern.compile("<form ([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<(?:input|button) ([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    private final Browser wire;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private URI at = URI.create("about:blank");
    private Response page = Response.of(0);

    public Surfer(Browser wire) {
        this.wire = wire;
        headers.put("Accept", "text/html");
    }

    /** Sends this header with each request. */
    public Surfer sending(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Surfer open(URI uri) throws IOException {
        return follow(ClientRequest.get(uri));
    }

    /** Posts a form of another site's: no cookie goes with it. */
    public Surfer postedFromElsewhere(URI uri, Form form) throws IOException {
        Map<String, String> kept = new LinkedHashMap<>(cookies);
        cookies.clear();
        step(Browser.form(uri, form));
        cookies.putAll(kept);
        return follow();
    }

    /** Posts a form of one's own making, with the cookies. */
    public Surfer post(URI uri, Form form) throws IOException {
        return follow(Browser.form(uri, form));
    }

    /** Submits the form with this id: its hidden fields, and these in place of or beside them. */
    public Surfer submit(String formId, String... namesAndValues) throws IOException {
        return follow(Browser.form(at.resolve(action(formId)), filled(formId, namesAndValues)));
    }

    public Form filled(String formId, String... namesAndValues) {
        List<String> values = new ArrayList<>();
        Matcher field = FIELD.matcher(form(formId).group(2));
        while (field.find()) {
            Map<String, String> attributes = attributes(field.group(1));
            if ("hidden".equals(attributes.get("type"))) {
                values.addAll(List.of(attributes.get("name"), attributes.get("value")));
            }
        }
        values.addAll(List.of(namesAndValues));
        return Form.of(values.toArray(String[]::new));
    }

    public String action(String formId) {
        return attributes(form(formId).group(1)).get("action");
    }

    private Matcher form(String id) {
        Matcher form = FORM.matcher(page.text());
        while (form.find()) {
            if (id.equals(attributes(form.group(1)).get("id"))) {
                return form;
            }
        }
        throw new AssertionError("no form " + id + " on: " + page.text());
    }

    private static Map<String, String> attributes(String written) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(written);
        while (attribute.find()) {
            attributes.put(attribute.group(1), unescaped(attribute.group(2)));
        }
        return attributes;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** The text of the element with this id, which holds no other. */
    public Optional<String> text(String id) {
        Matcher found = Pattern.compile("id=\"" + Pattern.quote(id) + "\"[^>]*>([^<]*)<")
                .matcher(page.text());
        return found.find() ? Optional.of(unescaped(found.group(1))) : Optional.empty();
    }

    private Surfer follow(ClientRequest request) throws IOException {
        step(request);
        return follow();
    }

    private Surfer follow() throws IOException {
        for (int hops = 0; location().filter(this::here).isPresent(); hops++) {
            if (hops > 5) {
                throw new AssertionError("redirects without end");
            }
            step(ClientRequest.get(location().orElseThrow()));
        }
        return this;
    }

    private boolean here(URI target) {
        return target.getAuthority() != null && target.getAuthority().equals(at.getAuthority());
    }

    private void step(ClientRequest request) throws IOException {
        ClientRequest dressed = request;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            dressed = dressed.with(header.getKey(), header.getValue());
        }
        if (!cookies.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            dressed = dressed.with("Cookie", String.join("; ", pairs));
        }
        at = request.uri();
        page = wire.send(Optional.empty(), dressed);
        page.headers().all("Set-Cookie").forEach(this::keep);
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** The page at hand. */
    public Response page() {
        return page;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public void forgetCookies() {
        cookies.clear();
    }

    /** Where the page at hand sends the browser. */
    public Optional<URI> location() {
        return page.headers().first("Location").map(at::resolve);
    }

    /** The parameters with which the browser leaves for this address. */
    public Form leftFor(String redirectUri) {
        String location = page.headers().first("Location").orElseThrow(() -> new AssertionError(page.text()));
        if (!location.startsWith(redirectUri)) {
            throw new AssertionError("left for " + location);
        }
        return Form.parse(location.substring(redirectUri.length() + 1));
    }
}

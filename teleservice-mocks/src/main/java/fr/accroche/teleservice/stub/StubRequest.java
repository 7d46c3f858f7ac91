package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.common.Encoding;
import com.github.tomakehurst.wiremock.common.Urls;
import com.github.tomakehurst.wiremock.http.ContentTypeHeader;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import fr.accroche.wire.Header;
import fr.accroche.wire.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request of wire as stubs see it. The library's own {@code ImmutableRequest} has no cookies, without which its
 * templates fail.
 */
final class StubRequest implements com.github.tomakehurst.wiremock.http.Request {

    private static final String OURS = "x-accroche-";

    private final Request received;
    private final URI uri;
    private final HttpHeaders headers;
    private final Map<String, QueryParameter> query;

    private StubRequest(Request received, URI uri, HttpHeaders headers) {
        this.received = received;
        this.uri = uri;
        this.headers = headers;
        this.query = Urls.splitQuery(uri);
    }

    /** Empty if the target is no URI (RFC 3986), which no stub can match. */
    static Optional<StubRequest> of(Request received, List<Header> caller) {
        try {
            URI uri = URI.create("https://localhost" + received.target());
            return Optional.of(new StubRequest(received, uri, shown(received, caller)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static HttpHeaders shown(Request received, List<Header> caller) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Header field : received.headers().fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!name.startsWith(OURS)) {
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(field.value());
            }
        }
        for (Header field : caller) {
            values.computeIfAbsent(field.name(), key -> new ArrayList<>()).add(field.value());
        }
        return new HttpHeaders(values.entrySet().stream()
                .map(entry -> new HttpHeader(entry.getKey(), entry.getValue()))
                .toList());
    }

    @Override
    public String getUrl() {
        return received.target();
    }

    @Override
    public String getAbsoluteUrl() {
        return uri.toString();
    }

    @Override
    public RequestMethod getMethod() {
        return RequestMethod.fromString(received.method());
    }

    @Override
    public String getScheme() {
        return uri.getScheme();
    }

    @Override
    public String getHost() {
        return uri.getHost();
    }

    @Override
    public int getPort() {
        return -1;
    }

    @Override
    public String getClientIp() {
        return received.peer().address().getHostString();
    }

    @Override
    public String getHeader(String name) {
        HttpHeader field = header(name);
        return field.isPresent() ? field.firstValue() : null;
    }

    @Override
    public HttpHeader header(String name) {
        return headers.getHeader(name);
    }

    @Override
    public ContentTypeHeader contentTypeHeader() {
        return headers.getContentTypeHeader();
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public boolean containsHeader(String name) {
        return header(name).isPresent();
    }

    @Override
    public Set<String> getAllHeaderKeys() {
        return headers.keys();
    }

    @Override
    public QueryParameter queryParameter(String name) {
        return query.getOrDefault(name, QueryParameter.absent(name));
    }

    @Override
    public FormParameter formParameter(String name) {
        return FormParameter.absent(name);
    }

    @Override
    public Map<String, FormParameter> formParameters() {
        return Map.of();
    }

    @Override
    public Map<String, Cookie> getCookies() {
        Map<String, Cookie> cookies = new LinkedHashMap<>();
        for (String line : received.headers().all("Cookie")) {
            for (String pair : line.split(";")) {
                String[] parts = pair.strip().split("=", 2);
                if (parts.length == 2) {
                    cookies.put(parts[0], new Cookie(parts[1]));
                }
            }
        }
        return cookies;
    }

    @Override
    public byte[] getBody() {
        return received.body();
    }

    @Override
    public String getBodyAsString() {
        return received.text();
    }

    @Override
    public String getBodyAsBase64() {
        return Encoding.encodeBase64(received.body());
    }

    @Override
    public boolean isMultipart() {
        return false;
    }

    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public Part getPart(String name) {
        return null;
    }

    @Override
    public boolean isBrowserProxyRequest() {
        return false;
    }

    @Override
    public Optional<com.github.tomakehurst.wiremock.http.Request> getOriginalRequest() {
        return Optional.empty();
    }

    @Override
    public String getProtocol() {
        return "HTTP/1.1";
    }
}

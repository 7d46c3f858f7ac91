package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import java.io.IOException;
import java.util.List;

/** A stub that proxies would send bearer and patient to another host, over TLS that is not ours: it may not. */
final class NoOutgoingCalls implements HttpClientFactory {
    @Override
    public HttpClient buildHttpClient(
            Options options, boolean trustEverything, List<String> trustedHosts, boolean systemProperties) {
        return request -> {
            throw new IOException("stubs of a téléservice may not call another host; answer from the stub itself");
        };
    }
}

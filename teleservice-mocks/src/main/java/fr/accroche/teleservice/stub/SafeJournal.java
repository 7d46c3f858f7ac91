package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.common.Timing;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.store.InMemoryRequestJournalStore;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import fr.accroche.wire.Header;
import fr.accroche.wire.Headers;
import fr.accroche.wire.Peer;
import fr.accroche.wire.Request;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * WireMock's journal of requests, of which only this is kept: method, path, a few header fields that hold no secret, the stub
 * that answered and its status. Tokens, assertions, patients and numbers are in the rest.
 */
final class SafeJournal implements RequestJournalStore {

    private static final Set<String> SAFE = Set.of(
            "content-type",
            "x-accroche-client-cn",
            "x-accroche-client-ou",
            "x-accroche-client-serial",
            "x-accroche-client-profile",
            "x-accroche-token-azp",
            "x-accroche-lps-name",
            "x-accroche-lps-version",
            "x-accroche-action");

    private static final Peer NOBODY =
            new Peer(InetSocketAddress.createUnresolved("client", 0), List.of(), Optional.empty(), Optional.empty());

    private final InMemoryRequestJournalStore kept = new InMemoryRequestJournalStore();

    private static ServeEvent safe(ServeEvent event) {
        LoggedRequest request = LoggedRequest.createFrom(safe(event.getRequest()));
        LoggedResponse seen = event.getResponse();
        LoggedResponse response = seen == null
                ? null
                : new LoggedResponse(seen.getStatus(), new HttpHeaders(), null, seen.getFault(), null);
        ResponseDefinition answer =
                event.getWasMatched() ? new ResponseDefinition(status(event), "") : ResponseDefinition.notConfigured();
        Timing timing = event.getTiming();
        return new ServeEvent(
                event.getId(),
                request,
                event.getStubMapping(),
                answer,
                response,
                false,
                timing,
                new ConcurrentLinkedQueue<>());
    }

    private static StubRequest safe(LoggedRequest seen) {
        String target = seen.getUrl();
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        List<Header> fields = new ArrayList<>();
        for (HttpHeader field : seen.getHeaders().all()) {
            if (SAFE.contains(field.key().toLowerCase(Locale.ROOT))) {
                field.values().forEach(value -> fields.add(new Header(field.key(), value)));
            }
        }
        Request bare = new Request(seen.getMethod().getName(), path, Headers.EMPTY, new byte[0], NOBODY);
        return StubRequest.of(bare, fields).orElseThrow();
    }

    private static int status(ServeEvent event) {
        return event.getResponseDefinition().getStatus();
    }

    @Override
    public void add(ServeEvent event) {
        kept.add(safe(event));
    }

    @Override
    public void put(UUID id, ServeEvent event) {
        kept.put(id, safe(event));
    }

    @Override
    public Stream<ServeEvent> getAll() {
        return kept.getAll();
    }

    @Override
    public void removeLast() {
        kept.removeLast();
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return kept.getAllKeys();
    }

    @Override
    public Optional<ServeEvent> get(UUID id) {
        return kept.get(id);
    }

    @Override
    public void remove(UUID id) {
        kept.remove(id);
    }

    @Override
    public void clear() {
        kept.clear();
    }
}

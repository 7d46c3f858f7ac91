package fr.accroche.authserver.psc;

import fr.accroche.authserver.Client;
import fr.accroche.wire.state.Shape;
import fr.accroche.wire.state.State;
import fr.accroche.wire.state.Store;
import fr.accroche.wire.state.SweptStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * PSC's part of the state, under names of its own. Clients are declared, so every copy has them: their name is enough.
 *
 * @param whole the state
 * @param clients by client_id
 */
record PscState(State whole, Map<String, Client> clients) implements State {

    private static final String PREFIX = "psc.";

    static PscState of(State whole, Collection<Client> clients) {
        return new PscState(
                whole, clients.stream().collect(Collectors.toMap(Client::clientId, Function.identity(), (a, b) -> a)));
    }

    @Override
    public <V> Store<V> store(String name, Shape<V> shape, int capacity) {
        return whole.store(PREFIX + name, naming(shape), capacity);
    }

    @Override
    public <V> SweptStore<V> swept(String name, Shape<V> shape, int capacity) {
        return whole.swept(PREFIX + name, naming(shape), capacity);
    }

    private <V> Shape<V> naming(Shape<V> shape) {
        return shape.naming(Client.class, Client::clientId, id -> Optional.ofNullable(clients.get(id)));
    }

    @Override
    public void require() {
        whole.require();
    }
}

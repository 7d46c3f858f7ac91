package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.store.BlobStore;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.ObjectStore;
import com.github.tomakehurst.wiremock.store.RecorderStateStore;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.store.ScenariosStore;
import com.github.tomakehurst.wiremock.store.SettingsStore;
import com.github.tomakehurst.wiremock.store.Stores;
import com.github.tomakehurst.wiremock.store.StubMappingStore;

/** WireMock's own stores, but for the journal. */
final class SafeStores implements Stores {

    private final DefaultStores own;
    private final SafeJournal journal = new SafeJournal();

    SafeStores(FileSource folder) {
        this.own = new DefaultStores(folder);
    }

    @Override
    public RequestJournalStore getRequestJournalStore() {
        return journal;
    }

    @Override
    public StubMappingStore getStubStore() {
        return own.getStubStore();
    }

    @Override
    public SettingsStore getSettingsStore() {
        return own.getSettingsStore();
    }

    @Override
    public ScenariosStore getScenariosStore() {
        return own.getScenariosStore();
    }

    @Override
    public RecorderStateStore getRecorderStateStore() {
        return own.getRecorderStateStore();
    }

    @Override
    public BlobStore getBlobStore(String name) {
        return own.getBlobStore(name);
    }

    @Override
    public ObjectStore getObjectStore(String name, PersistenceType persistence, int most) {
        return own.getObjectStore(name, persistence, most);
    }

    @Override
    public void start() {
        own.start();
    }

    @Override
    public void stop() {
        own.stop();
    }
}

package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.NotWritableException;
import com.github.tomakehurst.wiremock.standalone.JsonFileMappingsSource;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The {@code mappings/} of the user: read and written to, but no file of it is ever deleted through the admin API. */
final class FolderMappings implements MappingsSource {

    private final FileSource folder;
    private JsonFileMappingsSource files;

    FolderMappings(FileSource folder) {
        this.folder = folder;
        this.files = new JsonFileMappingsSource(folder, null);
    }

    @Override
    public synchronized void loadMappingsInto(StubMappings stubs) {
        files = new JsonFileMappingsSource(folder, null);
        files.loadMappingsInto(stubs);
    }

    /** Those of a file of several stay as that file has them: it cannot be written in part. */
    @Override
    public synchronized void save(List<StubMapping> stubs) {
        for (StubMapping stub : stubs) {
            try {
                save(stub);
            } catch (NotWritableException ofSeveral) {
                stub.setDirty(false);
            }
        }
    }

    @Override
    public synchronized void save(StubMapping stub) {
        files.save(stub);
        folder.listFilesRecursively().stream()
                .filter(file -> file.getPath().contains(stub.getId().toString()))
                .forEach(file -> close(Path.of(file.getPath())));
    }

    private static void close(Path file) {
        try {
            OwnersFile.close(file);
        } catch (IOException somebodyElses) {
            throw new UncheckedIOException(somebodyElses);
        }
    }

    /** Deprecated by WireMock, which still asks for it. */
    @Override
    @SuppressWarnings("removal")
    public void remove(StubMapping stub) {
        // It is forgotten until the folder is read again.
    }

    @Override
    public void removeAll() {
        // They are forgotten until the folder is read again.
    }
}

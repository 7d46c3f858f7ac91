package fr.accroche.testcontainers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be started here: {@code .ci/run} fails if they can and the tests did not run. */
final class Engine {

    private static final Path ARCHIVE = Path.of("..", "image", "target", "accroche-image.tar");

    private Engine() {}

    /** Asks no engine where the image was not even built, as asking may pull a helper's image. */
    static void assumeThere() {
        assumeTrue(Files.exists(ARCHIVE), "skipped: image/build has not made the image");
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "skipped: no Docker engine answers here");
        assumeTrue(loaded(), "skipped: the engine has no " + LocalImage.NAME + "; docker load -i " + ARCHIVE);
    }

    private static boolean loaded() {
        try {
            DockerClientFactory.lazyClient()
                    .inspectImageCmd(LocalImage.NAME.asCanonicalNameString())
                    .exec();
            return true;
        } catch (NotFoundException absent) {
            return false;
        }
    }
}

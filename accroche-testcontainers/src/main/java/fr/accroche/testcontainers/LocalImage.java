package fr.accroche.testcontainers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.testcontainers.utility.DockerImageName;

/** The image that {@code image/build} makes of this version. */
final class LocalImage {

    static final DockerImageName NAME = DockerImageName.parse(read());

    private LocalImage() {}

    private static String read() {
        try (InputStream file = LocalImage.class.getResourceAsStream("image.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("image");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

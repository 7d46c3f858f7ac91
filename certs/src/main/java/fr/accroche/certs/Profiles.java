package fr.accroche.certs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What certificates are made like: one data file for each profile, whose values and sources anyone can read, and replace in
 * an order to see what a service makes of another one. A judge always expects those that come with this module.
 */
public final class Profiles {
    private static final String EXTENSION = ".properties";

    /** As the real certificates are (docs/sources.md, IGC-Santé samples). */
    public static final Profiles SHIPPED = shipped();

    private final Map<Profile, ProfileShape> shapes;

    private Profiles(Map<Profile, ProfileShape> shapes) {
        this.shapes = shapes;
    }

    private static Profiles shipped() {
        Map<Profile, ProfileShape> shapes = new EnumMap<>(Profile.class);
        for (Profile profile : Profile.values()) {
            shapes.put(profile, ProfileShape.read(DataFile.shipped("profiles/" + fileName(profile))));
        }
        return new Profiles(shapes);
    }

    /**
     * Those of a folder of one's own, each file whole; the others as they come.
     *
     * @throws OrderException when there is none, or one is wrong: with file, line and key
     */
    public static Profiles in(Path folder) {
        Map<Profile, ProfileShape> shapes = new EnumMap<>(SHIPPED.shapes);
        boolean none = true;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + EXTENSION)) {
            for (Path file : files) {
                shapes.put(profile(file), ProfileShape.read(DataFile.in(file)));
                none = false;
            }
        } catch (IOException | SecurityException unreadable) {
            throw OrderException.wrong(Wording.of(
                    "%s : un dossier de profils est attendu, qui puisse être lu",
                    "%s: expected a folder of profiles that can be read", folder));
        }
        if (none) {
            throw OrderException.wrong(Wording.of(
                    "%s : aucun profil ; attendu, un ou plusieurs de %s",
                    "%s: no profile; expected one or more of %s", folder, names()));
        }
        return new Profiles(shapes);
    }

    /** Key size and validity, unless an order says otherwise. */
    public OrderSettings settings(Profile profile) {
        return of(profile).settings();
    }

    ProfileShape of(Profile profile) {
        return shapes.get(profile);
    }

    static String fileName(Profile profile) {
        return profile.name().toLowerCase(Locale.ROOT).replace('_', '-') + EXTENSION;
    }

    private static Profile profile(Path file) {
        String name = file.getFileName().toString();
        Optional<Profile> known = Arrays.stream(Profile.values())
                .filter(profile -> fileName(profile).equals(name))
                .findFirst();
        return known.orElseThrow(() -> OrderException.wrong(Wording.of(
                "%s : aucun profil ne s'appelle ainsi ; attendu : %s",
                "%s: no profile is called so; expected: %s", file, names())));
    }

    private static String names() {
        return Arrays.stream(Profile.values()).map(Profiles::fileName).collect(Collectors.joining(", "));
    }
}

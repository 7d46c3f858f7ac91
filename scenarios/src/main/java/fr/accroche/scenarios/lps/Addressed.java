package fr.accroche.scenarios.lps;

import java.net.URI;

/** Addresses under that of a proxy, which may itself have a path. */
final class Addressed {

    private Addressed() {}

    /** @param path path and query, which begin with a slash */
    static URI under(URI base, String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }
}

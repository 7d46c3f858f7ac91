package fr.accroche.proxy;

import java.net.URI;

/**
 * A business call that names a téléservice.
 *
 * @param route the téléservice
 * @param rest the path after the route's name
 * @param uri where the call goes
 */
record Addressed(Route route, String rest, URI uri) {}

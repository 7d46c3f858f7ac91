package fr.accroche.certs;

import java.nio.file.Path;

/**
 * The files of a relying party.
 *
 * @param p12 a Java truststore (PKCS#12 with trusted entries), under a password
 * @param pem the roots in PEM, for every other tool
 */
public record TrustFiles(Path p12, Path pem) {}

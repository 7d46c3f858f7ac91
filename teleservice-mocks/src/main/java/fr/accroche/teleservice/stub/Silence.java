package fr.accroche.teleservice.stub;

import com.github.tomakehurst.wiremock.common.Notifier;

/** WireMock's messages quote whole requests, bearer included: none is kept. */
final class Silence implements Notifier {
    @Override
    public void info(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Throwable failure) {}
}

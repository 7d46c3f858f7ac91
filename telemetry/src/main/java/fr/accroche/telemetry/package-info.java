/**
 * What a running chain tells programs that watch it, hop by hop: spans and metrics by OTLP, lines of JSON. The only place that knows
 * OpenTelemetry. It says nothing that the journal does not hold, which is redacted already.
 */
package fr.accroche.telemetry;

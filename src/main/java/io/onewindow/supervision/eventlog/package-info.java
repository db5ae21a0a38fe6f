/**
 * Event logs for other tools: XES 1.0 (IEEE 1849-2016) and OCEL 2.0 JSON, under pseudonyms, written
 * case by case.
 */
@org.springframework.modulith.NamedInterface("eventlog")
package io.onewindow.supervision.eventlog;

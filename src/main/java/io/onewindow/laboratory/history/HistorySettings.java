package io.onewindow.laboratory.history;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From how much history what is estimated; all defaults are our own.
 *
 * @param fewestCases below which history is not offered as a baseline
 * @param mostCases the latest so many are read
 * @param window how far back cases are read, from the last thing that happened
 * @param fewestObservations below which a figure stays an assumption
 * @param participation a person counts as staff who did at least this part of an even share
 * @param confidence in which part of the weeks somebody must have worked at an hour of the week for
 *     it to be duty
 * @param support which part of the work must lie in such hours for the hours to be believed
 * @param forecast how far ahead a forecast from the open cases looks
 * @param mostOpen the latest so many open cases are taken into a forecast
 */
@ConfigurationProperties("onewindow.laboratory.history")
record HistorySettings(
    @DefaultValue("20") int fewestCases,
    @DefaultValue("5000") int mostCases,
    @DefaultValue("365d") Duration window,
    @DefaultValue("10") int fewestObservations,
    @DefaultValue("0.1") double participation,
    @DefaultValue("0.1") double confidence,
    @DefaultValue("0.7") double support,
    @DefaultValue("28d") Duration forecast,
    @DefaultValue("1000") int mostOpen) {}

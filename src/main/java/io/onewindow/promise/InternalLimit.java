package io.onewindow.promise;

import io.onewindow.calendar.Term;

/**
 * A time of our own for a step that neither a plan nor a law limits; never shown as a promise.
 *
 * @param warning when the light turns amber; null for none
 */
public record InternalLimit(Term term, Threshold warning) {}

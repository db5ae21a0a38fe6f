package io.onewindow.engine;

/**
 * An account is gone or has another password: whatever was opened with it closes.
 *
 * @param id user id
 */
public record AccountChanged(String id) {}

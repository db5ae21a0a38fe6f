package io.onewindow.desk.action;

/**
 * A person who may be given a task.
 *
 * @param id user id
 * @param name as shown on screens
 */
public record Colleague(String id, String name) {}

package io.onewindow.desk.action;

import java.util.List;

/**
 * A function of a jurisdiction in which somebody works.
 *
 * @param group group id
 * @param name the department's name as its plan prints it
 * @param people who works there
 */
public record Office(String group, String name, List<Colleague> people) {}

package io.onewindow.department;

/**
 * A function of government in one jurisdiction: the group and the tenant together.
 *
 * @param jurisdiction tenant id
 * @param group function group, e.g. {@code tax}
 * @param name as the jurisdiction's plan prints it, e.g. 县税务局
 */
public record Department(String jurisdiction, String group, String name) {}

package io.onewindow.department;

/**
 * Which function of government acts in a role in one jurisdiction, where plans give the same role
 * to different functions.
 *
 * @param jurisdiction tenant id
 * @param role lower case with hyphens, e.g. {@code registrar}
 * @param group function group, e.g. {@code planning}
 * @param document number of the plan that says so, e.g. 东河政发〔2021〕3号
 * @param clause of the document
 */
record Acting(String jurisdiction, String role, String group, String document, String clause) {}

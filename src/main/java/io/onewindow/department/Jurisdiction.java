package io.onewindow.department;

/**
 * A city, county or district whose government published a plan; a Camunda tenant of the same id.
 *
 * @param id letters only, e.g. {@code ningyang}
 * @param name as printed, e.g. 宁阳县
 * @param parent id of the city whose promises it inherits where its own plan is silent; null if
 *     that city has published none here
 * @param divisionCode six digits of GB/T 2260
 * @param peoplePrefix two letters that ids of its people start with
 */
public record Jurisdiction(
    String id, String name, String parent, String divisionCode, String peoplePrefix) {}

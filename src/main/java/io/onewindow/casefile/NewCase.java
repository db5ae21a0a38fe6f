package io.onewindow.casefile;

import java.util.Map;

/**
 * A case to be started over HTTP.
 *
 * @param service service slug, e.g. {@code company-registration}
 * @param jurisdiction for whose hall
 * @param channel how it came in; null for {@code api}
 * @param form the fields of the service's start form by their keys
 */
record NewCase(String service, String jurisdiction, String channel, Map<String, Object> form) {}

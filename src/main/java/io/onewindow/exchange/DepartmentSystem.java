package io.onewindow.exchange;

import io.onewindow.engine.Caller;
import io.onewindow.exchange.ExchangeSettings.Connection;
import java.util.Set;

/**
 * A department's own system.
 *
 * @param id as configured
 */
record DepartmentSystem(String id, Connection connection) {

  /** Who it is in records; no person can have such an id. */
  String actor() {
    return "system:" + id;
  }

  /** It may do what its department may, in its jurisdiction, and nothing else. */
  Caller caller() {
    return new Caller(actor(), Set.of(connection.department()), Set.of(connection.jurisdiction()));
  }
}

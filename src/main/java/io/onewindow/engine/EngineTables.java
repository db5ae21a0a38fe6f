package io.onewindow.engine;

import io.onewindow.problem.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineConfiguration;

/** Says in our words, and before the engine does, that it may not create the tables it misses. */
final class EngineTables {

  private EngineTables() {}

  static void require(ProcessEngineConfiguration configuration) {
    boolean mayCreate =
        !ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE.equals(
            configuration.getDatabaseSchemaUpdate());
    if (mayCreate) {
      return;
    }
    try (Connection connection = configuration.getDataSource().getConnection();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "act_ge_property", null)) {
      if (!tables.next()) {
        throw new StartRefused(
            "spring.datasource.url：数据库中还没有流程引擎的表；请先执行 java -jar onewindow.jar create-schema。");
      }
    } catch (SQLException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}

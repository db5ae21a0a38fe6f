package io.onewindow.production;

import io.onewindow.problem.StartRefused;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the engine may not touch its tables, we do not touch ours either: {@code create-schema}
 * does both, once for all nodes. An older node goes on working with newer tables.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.database.schema-update", havingValue = "false")
class SchemaByCommand {

  @Bean
  FlywayMigrationStrategy onlyCheckOurTables() {
    return flyway -> {
      int missing = flyway.info().pending().length;
      if (missing > 0) {
        throw new StartRefused(
            "spring.datasource.url：数据库的表结构尚未建立或落后于程序（缺 "
                + missing
                + " 步）；请先执行 java -jar onewindow.jar create-schema。");
      }
      flyway.validate();
    };
  }
}

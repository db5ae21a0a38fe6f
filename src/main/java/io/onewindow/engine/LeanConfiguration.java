package io.onewindow.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.Transaction;
import org.camunda.bpm.engine.impl.cfg.CompositeProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.CamundaSpringBootUtil;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The starter's configuration, with statements as {@link KnownStatements} reads them and {@link
 * OneTrip} sends them.
 */
public final class LeanConfiguration extends SpringProcessEngineConfiguration {

  private static final String SETTINGS = "<settings>";
  private static final String READ_BY =
      "<setting name=\"defaultScriptingLanguage\" value=\""
          + KnownStatements.class.getName()
          + "\"/>";

  /** With the plugins that the starter finds. */
  public static LeanConfiguration of(List<ProcessEnginePlugin> plugins) {
    LeanConfiguration configuration = new LeanConfiguration();
    CamundaSpringBootUtil.initCustomFields(configuration);
    configuration.getProcessEnginePlugins().add(new CompositeProcessEnginePlugin(plugins));
    return configuration;
  }

  @Override
  protected void initSqlSessionFactory() {
    super.initSqlSessionFactory();
    if (DbSqlSessionFactory.POSTGRES.equals(getDatabaseType())) {
      setSqlSessionFactory(new OneTripSessions(getSqlSessionFactory().getConfiguration()));
    }
  }

  private static final class OneTripSessions extends DefaultSqlSessionFactory {

    OneTripSessions(Configuration statements) {
      super(statements);
    }

    @Override
    public SqlSession openSession() {
      Configuration statements = getConfiguration();
      Environment place = statements.getEnvironment();
      Transaction transaction =
          place.getTransactionFactory().newTransaction(place.getDataSource(), null, false);
      DataSource database = place.getDataSource();
      Object within =
          TransactionSynchronizationManager.getResource(
              database instanceof TransactionAwareDataSourceProxy proxy
                  ? proxy.getTargetDataSource()
                  : database);
      return new OneTripSession(statements, new OneTrip(statements, transaction), within);
    }
  }

  @Override
  protected InputStream getMyBatisXmlConfigurationSteam() {
    try (InputStream mappings = super.getMyBatisXmlConfigurationSteam()) {
      String text = new String(mappings.readAllBytes(), StandardCharsets.UTF_8);
      if (!text.contains(SETTINGS)) {
        throw new IllegalStateException("the engine's mappings have no settings any more");
      }
      return new ByteArrayInputStream(
          text.replace(SETTINGS, SETTINGS + READ_BY).getBytes(StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the engine's mappings", unreadable);
    }
  }
}

package io.onewindow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Puts our statements beside the engine's. */
final class OwnStatements {

  private static final String FILE = "task-list.xml";

  private OwnStatements() {}

  static void add(ProcessEngineConfigurationImpl engine) {
    Configuration statements = engine.getSqlSessionFactory().getConfiguration();
    try (InputStream file = OwnStatements.class.getResourceAsStream(FILE)) {
      new XMLMapperBuilder(file, statements, FILE, statements.getSqlFragments()).parse();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }
}

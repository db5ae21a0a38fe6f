package io.onewindow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Puts our statements beside the engine's. */
final class OwnStatements {

  private OwnStatements() {}

  /**
   * @param file of mappings, beside this class
   */
  static void add(ProcessEngineConfigurationImpl engine, String file) {
    Configuration statements = engine.getSqlSessionFactory().getConfiguration();
    try (InputStream text = OwnStatements.class.getResourceAsStream(file)) {
      new XMLMapperBuilder(text, statements, file, statements.getSqlFragments()).parse();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }
}

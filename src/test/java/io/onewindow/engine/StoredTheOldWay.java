package io.onewindow.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Base64;
import org.camunda.bpm.engine.ProcessEngine;

/** An account as the engine stored it before passwords were kept as bcrypt. */
final class StoredTheOldWay {

  private static final String SALT = "an old salt";

  private StoredTheOldWay() {}

  static void store(ProcessEngine engine, String id, String password) {
    try (var database = engine.getProcessEngineConfiguration().getDataSource().getConnection();
        var update =
            database.prepareStatement("update ACT_ID_USER set PWD_ = ?, SALT_ = ? where ID_ = ?")) {
      update.setString(1, "{SHA-512}" + sha512(password + SALT));
      update.setString(2, SALT);
      update.setString(3, id);
      update.executeUpdate();
      if (!database.getAutoCommit()) {
        database.commit();
      }
    } catch (SQLException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String sha512(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}

package io.onewindow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A release after this one, made from its jar: every table of ours has another column, and every
 * model is another version.
 */
final class NextRelease {

  private static final Path JAR = Path.of("target/nodes/next.jar");
  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String COLUMNS =
      """
      do $$ declare one record; begin
        for one in select table_name from information_schema.tables
          where table_schema = 'public' and table_type = 'BASE TABLE' and table_name like 'ow\\_%'
        loop
          execute format('alter table %I add column next_release varchar(1)', one.table_name);
          commit;
        end loop;
      end $$
      """;

  /** Who holds one table and waits for another ends up waiting for somebody who does the same. */
  private static final String ONE_BY_ONE = "executeInTransaction=false\n";

  private NextRelease() {}

  static Path of(Path jar) {
    try {
      Files.createDirectories(JAR.getParent());
      Files.copy(jar, JAR, StandardCopyOption.REPLACE_EXISTING);
      try (FileSystem content = FileSystems.newFileSystem(JAR)) {
        Path migrations = content.getPath(CLASSES, "db/migration");
        Files.writeString(migrations.resolve("V9000__next.sql"), COLUMNS);
        Files.writeString(migrations.resolve("V9000__next.sql.conf"), ONE_BY_ONE);
        try (var files = Files.walk(content.getPath(CLASSES, "processes"))) {
          for (Path model : files.filter(one -> one.toString().endsWith(".bpmn")).toList()) {
            Files.writeString(model, Files.readString(model) + "<!-- of the next release -->\n");
          }
        }
      }
      return JAR;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}

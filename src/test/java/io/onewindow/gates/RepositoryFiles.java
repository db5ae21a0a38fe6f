package io.onewindow.gates;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a gate reads, relative to the root of the repository: models, forms and tables. */
final class RepositoryFiles {

  private static final Path TABLES = Path.of("src/main/resources/io/onewindow");

  private RepositoryFiles() {}

  /** Every file with that ending below the folder, in the order of their paths. */
  static List<Path> below(String folder, String ending) {
    try (var files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(folder, unreadable);
    }
  }

  /** The rows of one of our tables, e.g. {@code promise/ledger.csv}, by column name. */
  static List<Map<String, String>> csv(String table) {
    try (var rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .<Map<String, String>>readValues(TABLES.resolve(table).toFile())) {
      return rows.readAll();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(table, unreadable);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }

  /** The file's name without its ending. */
  static String slug(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}

package io.onewindow.calendar.proof;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A time limit somebody published, as the files of the ledger write it.
 *
 * @param id of the promise or the statute
 * @param unit name of the unit, spelt as in the file
 */
record PublishedTerm(String id, int value, String unit) {

  /** Every promise, every statute, and every statute with its full extension. */
  static List<PublishedTerm> all() throws IOException {
    List<PublishedTerm> all = new ArrayList<>();
    for (Map<String, String> row : rows("ledger.csv")) {
      all.add(of(row.get("promiseId"), row, 0));
    }
    for (Map<String, String> row : rows("statutes.csv")) {
      all.add(of(row.get("statuteId"), row, 0));
      if (row.get("unit").equals(row.get("extensionUnit"))) {
        int extension = Integer.parseInt(row.get("extensionValue"));
        all.add(of(row.get("statuteId") + "（延长后）", row, extension));
      }
    }
    return all;
  }

  private static PublishedTerm of(String id, Map<String, String> row, int extension) {
    return new PublishedTerm(id, Integer.parseInt(row.get("value")) + extension, row.get("unit"));
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    try (var in = PublishedTerm.class.getResourceAsStream("/io/onewindow/promise/" + file);
        MappingIterator<Map<String, String>> rows =
            new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(in)) {
      return rows.readAll();
    }
  }
}

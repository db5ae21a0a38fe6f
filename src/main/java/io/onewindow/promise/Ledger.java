package io.onewindow.promise;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.onewindow.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Every promise and every statute that a limit may name, with the words it comes from. */
@Component
public class Ledger {

  private final Map<String, Promise> promises;
  private final Map<String, Statute> statutes;

  public Ledger() {
    promises = byId(read("ledger.csv", Promise.class), Promise::promiseId);
    statutes = byId(read("statutes.csv", Statute.class), Statute::statuteId);
  }

  public Collection<Promise> promises() {
    return promises.values();
  }

  /**
   * @throws Problem 404 when the ledger has no such promise
   */
  public Promise promise(String id) {
    Promise found = promises.get(id);
    if (found == null) {
      throw Problem.notFound("unknown-promise", "承诺台账中没有编号为“" + id + "”的承诺。");
    }
    return found;
  }

  boolean hasPromise(String id) {
    return promises.containsKey(id);
  }

  boolean hasStatute(String id) {
    return statutes.containsKey(id);
  }

  /** The statute of that id; null for null. */
  public Statute statute(String id) {
    if (id == null) {
      return null;
    }
    Statute found = statutes.get(id);
    if (found == null) {
      throw new IllegalArgumentException("no statute " + id + " in statutes.csv");
    }
    return found;
  }

  private static <T> Map<String, T> byId(List<T> rows, Function<T, String> id) {
    Map<String, T> found = new LinkedHashMap<>();
    for (T row : rows) {
      if (found.put(id.apply(row), row) != null) {
        throw new IllegalStateException("listed twice: " + id.apply(row));
      }
    }
    return found;
  }

  private static <T> List<T> read(String file, Class<T> type) {
    CsvMapper mapper = new CsvMapper();
    mapper.enable(CsvParser.Feature.EMPTY_STRING_AS_NULL);
    CsvSchema schema = CsvSchema.emptySchema().withHeader();
    try (var in = Ledger.class.getResourceAsStream(file);
        MappingIterator<T> rows = mapper.readerFor(type).with(schema).readValues(in)) {
      return rows.readAll();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }
}

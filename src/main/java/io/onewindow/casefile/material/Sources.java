package io.onewindow.casefile.material;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The laws and plans that lists of materials rest on, with their words. */
@Component
public class Sources {

  /**
   * @param jurisdiction whose plan it is; null for a law
   */
  record Source(
      String sourceId, String jurisdiction, String document, String clause, String quote) {

    String citation() {
      String name = jurisdiction == null ? "《" + document + "》" : document;
      return name + " " + clause + "：“" + quote + "”";
    }
  }

  private static final String OWN = "系统默认（非政府规定），可由本地修改";

  private final Map<String, Source> sources = new LinkedHashMap<>();

  Sources() {
    CsvMapper mapper = new CsvMapper();
    mapper.enable(CsvParser.Feature.EMPTY_STRING_AS_NULL);
    try (var in = Sources.class.getResourceAsStream("sources.csv");
        MappingIterator<Source> rows =
            mapper
                .readerFor(Source.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(in)) {
      rows.forEachRemaining(source -> sources.put(source.sourceId(), source));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("sources.csv", unreadable);
    }
  }

  /** Document, clause and words; says so where it is our own default. */
  public String citation(String id) {
    Source source = sources.get(id);
    return source == null ? OWN : source.citation();
  }

  /** Whether the plan of one jurisdiction says so. */
  boolean isLocal(String id) {
    return id != null && sources.containsKey(id) && sources.get(id).jurisdiction() != null;
  }

  /** Of two rules for one material the one that a plan gives. */
  MaterialRule local(MaterialRule first, MaterialRule second) {
    return isLocal(second.sourceId()) ? second : first;
  }
}

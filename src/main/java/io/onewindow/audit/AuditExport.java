package io.onewindow.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.paper.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the records out for whoever keeps or examines them elsewhere: one JSON object a line, each
 * with its seal, record by record in the order they were written. What people wrote is opened;
 * numbers and mail addresses of persons in it are masked.
 */
@Service
public class AuditExport {

  private static final int SOME = 500;

  private final SealStore store;
  private final Vault vault;
  private final ObjectMapper json;

  AuditExport(SealStore store, Vault vault, ObjectMapper json) {
    this.store = store;
    this.vault = vault;
    this.json = json;
  }

  /**
   * @param from instant of the first record that counts
   * @param to instant after the last
   * @return how many were written
   */
  @Transactional(readOnly = true)
  public long write(Instant from, Instant to, Writer out) {
    long written = 0;
    for (Source source : Source.values()) {
      written += write(source, from, to, out);
    }
    return written;
  }

  private long write(Source source, Instant from, Instant to, Writer out) {
    long written = 0;
    long last = 0;
    List<Map<String, Object>> some;
    do {
      some = store.between(source, from, to, last, SOME);
      for (Map<String, Object> row : some) {
        line(source, row, out);
        last = ((Number) row.get("entry_no")).longValue();
      }
      written += some.size();
    } while (some.size() == SOME);
    return written;
  }

  private void line(Source source, Map<String, Object> row, Writer out) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("record", source.table());
    line.putAll(row);
    if (line.get("event") instanceof String event) {
      line.put("event_label", EventWords.label(event));
    }
    if (line.get(source.words()) instanceof String stored) {
      line.put(source.words(), Masking.masked(vault.open(source.place(), stored)));
    }
    try {
      out.write(json.writeValueAsString(line));
      out.write('\n');
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}

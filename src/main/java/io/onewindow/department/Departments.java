package io.onewindow.department;

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
import org.springframework.stereotype.Component;

/** The jurisdictions and departments of the plans, by the names the plans print. */
@Component("department")
public class Departments {

  private final Map<String, Jurisdiction> jurisdictions = new LinkedHashMap<>();
  private final Map<String, StaffGroup> groups = new LinkedHashMap<>();
  private final List<Department> departments;

  /** Reads the files the product ships with; also for use without an application. */
  public Departments() {
    for (Jurisdiction one : read("jurisdictions.csv", Jurisdiction.class)) {
      jurisdictions.put(one.id(), one);
    }
    for (StaffGroup one : read("groups.csv", StaffGroup.class)) {
      groups.put(one.id(), one);
    }
    departments = List.copyOf(read("departments.csv", Department.class));
  }

  public Collection<Jurisdiction> jurisdictions() {
    return jurisdictions.values();
  }

  /**
   * @throws Problem 400 when no such jurisdiction is known
   */
  public Jurisdiction jurisdiction(String id) {
    Jurisdiction found = jurisdictions.get(id);
    if (found == null) {
      throw Problem.badRequest(
          "unknown-jurisdiction",
          "未知的辖区“" + id + "”，可用的辖区有：" + String.join("、", jurisdictions.keySet()) + "。");
    }
    return found;
  }

  public Collection<StaffGroup> groups() {
    return groups.values();
  }

  /** The department's name as its plan prints it, or the group's general name where none does. */
  public String name(String jurisdiction, String group) {
    return departments.stream()
        .filter(d -> d.jurisdiction().equals(jurisdiction) && d.group().equals(group))
        .map(Department::name)
        .findFirst()
        .orElseGet(() -> groups.containsKey(group) ? groups.get(group).name() : group);
  }

  private static <T> List<T> read(String file, Class<T> type) {
    CsvMapper mapper = new CsvMapper();
    mapper.enable(CsvParser.Feature.EMPTY_STRING_AS_NULL);
    CsvSchema schema = CsvSchema.emptySchema().withHeader();
    try (var in = Departments.class.getResourceAsStream(file);
        MappingIterator<T> rows = mapper.readerFor(type).with(schema).readValues(in)) {
      return rows.readAll();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }
}

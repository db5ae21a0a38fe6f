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
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The jurisdictions and departments of the plans, by the names the plans print. */
@Component("department")
public class Departments {

  private final Map<String, Jurisdiction> jurisdictions = new LinkedHashMap<>();
  private final Map<String, StaffGroup> groups = new LinkedHashMap<>();
  private final List<Department> departments;
  private final ActingTable acting;

  /** Reads the files the product ships with; also for use without an application. */
  public Departments() {
    for (Jurisdiction one : read("jurisdictions.csv", Jurisdiction.class)) {
      jurisdictions.put(one.id(), one);
    }
    for (StaffGroup one : read("groups.csv", StaffGroup.class)) {
      groups.put(one.id(), one);
    }
    departments = List.copyOf(read("departments.csv", Department.class));
    acting =
        new ActingTable(read("acting.csv", Acting.class), jurisdictions.keySet(), groups.keySet());
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

  /**
   * The group that acts in the role where the case is handled, for models: which function registers
   * real estate, for one, differs between the plans.
   *
   * @param role of {@code acting.csv}, e.g. {@code registrar}
   * @throws IllegalArgumentException when no such role is known
   */
  public String acting(DelegateExecution execution, String role) {
    return acting(execution.getTenantId(), role);
  }

  /**
   * @param jurisdiction id
   * @throws IllegalArgumentException when no such role is known there
   */
  public String acting(String jurisdiction, String role) {
    String group = acting.group(jurisdiction, role);
    if (group == null) {
      throw new IllegalArgumentException(
          "no role " + role + " in " + jurisdiction + ", there are: " + acting.roles());
    }
    return group;
  }

  /**
   * The group that does the work of an office: the one that acts in it, where it is a role of
   * {@code acting.csv}, or else the group of that id itself.
   *
   * @param office role or group id, e.g. {@code utility-lead} or {@code planning}
   * @throws IllegalArgumentException when neither is known
   */
  public String office(DelegateExecution execution, String office) {
    return groups.containsKey(office) ? office : acting(execution, office);
  }

  /**
   * The groups that a model's candidate groups can mean where they are not plain group ids: those
   * that act in the role they ask for, in that jurisdiction or, without one, anywhere; none where
   * they ask for something else.
   *
   * @param candidateGroups as the model writes them, may be null
   * @param jurisdiction id, or null for all
   */
  public List<String> actingGroups(String candidateGroups, String jurisdiction) {
    String role = ActingTable.roleAskedIn(candidateGroups);
    if (role == null) {
      return List.of();
    }
    return jurisdiction == null
        ? acting.everywhere(role).toList()
        : List.of(acting(jurisdiction, role));
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

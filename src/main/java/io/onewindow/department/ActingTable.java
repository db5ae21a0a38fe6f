package io.onewindow.department;

import io.onewindow.problem.StartRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who acts in which role where; every role has one group in every jurisdiction. Immutable. */
final class ActingTable {

  private static final String FILE = "acting.csv 第 %d 行：%s";

  /** How models ask for it, as in candidate groups. */
  private static final Pattern ASKED =
      Pattern.compile("department\\.acting\\(\\s*execution\\s*,\\s*'([a-z-]+)'\\s*\\)");

  private final Map<String, Map<String, String>> groups = new LinkedHashMap<>();

  /**
   * @throws StartRefused naming every line that is wrong, the heading being line 1
   */
  ActingTable(List<Acting> rows, Set<String> jurisdictions, Set<String> knownGroups) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      enter(i + 2, rows.get(i), jurisdictions, knownGroups, wrong);
    }
    groups.forEach(
        (role, there) -> {
          Set<String> missing = new TreeSet<>(jurisdictions);
          missing.removeAll(there.keySet());
          if (!missing.isEmpty()) {
            wrong.add("acting.csv：角色 " + role + " 在辖区 " + String.join("、", missing) + " 没有部门");
          }
        });
    if (!wrong.isEmpty()) {
      throw new StartRefused(wrong);
    }
  }

  private void enter(
      int line, Acting row, Set<String> jurisdictions, Set<String> known, List<String> wrong) {
    if (row.role() == null || row.document() == null || row.clause() == null) {
      wrong.add(FILE.formatted(line, "角色、文件和条款都要填写"));
      return;
    }
    if (!jurisdictions.contains(row.jurisdiction())) {
      wrong.add(FILE.formatted(line, "未知的辖区 " + row.jurisdiction()));
    }
    if (!known.contains(row.group())) {
      wrong.add(FILE.formatted(line, "未知的部门组 " + row.group()));
    }
    String before =
        groups
            .computeIfAbsent(row.role(), role -> new LinkedHashMap<>())
            .put(row.jurisdiction(), row.group());
    if (before != null) {
      wrong.add(FILE.formatted(line, row.jurisdiction() + " 的角色 " + row.role() + " 重复"));
    }
  }

  /** Null where there is no such role or jurisdiction. */
  String group(String jurisdiction, String role) {
    return groups.getOrDefault(role, Map.of()).get(jurisdiction);
  }

  Set<String> roles() {
    return groups.keySet();
  }

  /** The role a model's expression asks for; null where it asks for none. */
  static String roleAskedIn(String expression) {
    Matcher asked = ASKED.matcher(expression == null ? "" : expression);
    return asked.find() ? asked.group(1) : null;
  }

  /** The groups that act in the role anywhere. */
  Stream<String> everywhere(String role) {
    return groups.getOrDefault(role, Map.of()).values().stream().distinct();
  }
}

package io.onewindow.exchange;

import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.department.StaffGroup;
import io.onewindow.exchange.ExchangeSettings.Connection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a configured connection to a department's system can work and is safe. */
final class ConnectionCheck {

  private static final String PLACE = "onewindow.exchange.systems.";
  private static final int SHORTEST_SECRET = 24;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> jurisdictions;
  private final Set<String> groups;

  ConnectionCheck(Departments known) {
    jurisdictions =
        known.jurisdictions().stream()
            .map(Jurisdiction::id)
            .collect(Collectors.toCollection(TreeSet::new));
    groups = known.groups().stream().map(StaffGroup::id).collect(Collectors.toSet());
  }

  /** What is wrong, each with its setting and what would be right; empty when all is well. */
  List<String> refusals(DepartmentSystem one) {
    String place = PLACE + one.id();
    Connection it = one.connection();
    List<String> refusals = new ArrayList<>();
    if (!one.id().matches("[a-z][a-z0-9-]{0,40}")) {
      refusals.add(place + "：名称应为 1 至 41 个小写字母、数字或连字符，例如 ny-tax。");
    }
    if (it.jurisdiction() == null || !jurisdictions.contains(it.jurisdiction())) {
      refusals.add(place + ".jurisdiction：应为下列辖区之一：" + String.join("、", jurisdictions) + "。");
    }
    if (it.department() == null || !groups.contains(it.department())) {
      refusals.add(place + ".department：应为部门职能的编号，例如 tax。");
    }
    if (!isSafe(it.address())) {
      refusals.add(place + ".address：应为 https 地址；http 只能用于本机（由本机的代理加密）。");
    }
    if (it.steps().isEmpty() && !it.handOver()) {
      refusals.add(place + "：没有写明推送什么，请设置 steps（环节编号）或 hand-over: true。");
    }
    secret(place + ".token", it.token(), refusals);
    secret(place + ".signing-key", it.signingKey(), refusals);
    secret(place + ".answer-password", it.answerPassword(), refusals);
    return refusals;
  }

  /**
   * The steps that a system is to be told of and no model has.
   *
   * @param known ids of all tasks of people
   */
  static List<String> unknownSteps(DepartmentSystem one, Set<String> known) {
    return new TreeSet<>(one.connection().steps())
        .stream()
            .filter(step -> !known.contains(step))
            .map(
                step ->
                    "%s%s.steps：已部署的流程中没有环节“%s”，应为人工环节的编号，例如 userTask_handleTax（见 processes 中的模型）。"
                        .formatted(PLACE, one.id(), step))
            .toList();
  }

  private static void secret(String name, String secret, List<String> refusals) {
    if (secret != null && !secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
      refusals.add(name + "：至少应有 " + SHORTEST_SECRET + " 个字符，且随机产生。");
    }
  }

  private static boolean isSafe(URI address) {
    if (address == null || address.getHost() == null) {
      return false;
    }
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost()));
  }
}

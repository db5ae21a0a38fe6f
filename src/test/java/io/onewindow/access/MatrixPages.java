package io.onewindow.access;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The matrix as a table for the test and as a page for people. */
final class MatrixPages {

  private final Map<AccessRow, Map<Role, Told>> matrix;

  MatrixPages(Map<AccessRow, Map<Role, Told>> matrix) {
    this.matrix = matrix;
  }

  String table() {
    StringBuilder text = new StringBuilder("资源,动作,请求,");
    text.append(titles(",")).append('\n');
    matrix.forEach(
        (row, told) ->
            text.append(
                "%s,%s,\"%s\",%s\n"
                    .formatted(row.resource(), row.action(), request(row), signs(told, ","))));
    return text.toString();
  }

  String document() {
    StringBuilder text =
        new StringBuilder(
            """
            # 谁可以做什么

            由 `RoleMatrixIT` 在运行中的系统上逐格试出后生成：一件停在宁阳县税务环节的企业开办，每种人员对每种资源做每种动作。
            “可”是做成了或看到了；“可（内容另行校验）”是有权限、测试所送的内容不合格；“空”是有答复、其中没有该办件；“—”是未登录、无权限或查无此项。

            """);
    text.append("| 资源 | 动作 | ").append(titles(" | ")).append(" |\n");
    text.append("|---|---|").append("---|".repeat(Role.values().length)).append('\n');
    matrix.forEach(
        (row, told) ->
            text.append(
                "| %s | %s | %s |\n".formatted(row.resource(), row.action(), signs(told, " | "))));
    return text.toString();
  }

  private static String request(AccessRow row) {
    return row.method() + " " + row.path();
  }

  private static String titles(String separator) {
    return Arrays.stream(Role.values()).map(Role::title).collect(Collectors.joining(separator));
  }

  private static String signs(Map<Role, Told> told, String separator) {
    return told.values().stream().map(Told::sign).collect(Collectors.joining(separator));
  }
}

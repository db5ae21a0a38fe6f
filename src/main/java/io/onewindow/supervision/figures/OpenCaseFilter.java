package io.onewindow.supervision.figures;

import io.onewindow.problem.Problem;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which of the open cases.
 *
 * @param light null for all
 * @param dueToday only those whose limit passes before the day ends
 * @param step only those that stand on this element; null for all
 * @param order column of the list
 */
record OpenCaseFilter(CaseLight light, boolean dueToday, String step, Order order) {

  /** How they are listed. */
  enum Order {
    DUE("dueAt", "next_due is null, next_due, receipt_no"),
    RECEIVED("receivedAt", "started_at, receipt_no"),
    NUMBER("receiptNo", "receipt_no"),
    DUE_LAST("-dueAt", "next_due is null, next_due desc, receipt_no"),
    RECEIVED_LAST("-receivedAt", "started_at desc, receipt_no"),
    NUMBER_LAST("-receiptNo", "receipt_no desc");

    private final String name;
    private final String columns;

    Order(String name, String columns) {
      this.name = name;
      this.columns = columns;
    }

    String columns() {
      return columns;
    }

    static Order of(String name) {
      return Arrays.stream(values())
          .filter(one -> one.name.equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  Problem.badRequest(
                      "sort-refused",
                      "不能按“"
                          + name
                          + "”排序，可用："
                          + Arrays.stream(values())
                              .map(one -> one.name)
                              .collect(Collectors.joining("、"))
                          + "。"));
    }
  }

  private static final Map<String, Boolean> DUE = Map.of("today", true, "any", false);

  static OpenCaseFilter of(Query query) {
    String due = query.text("due", "any");
    if (!DUE.containsKey(due)) {
      throw Problem.badRequest("due-refused", "参数 due 应为 today 或 any；收到的是“" + due + "”。");
    }
    return new OpenCaseFilter(
        query.text("light") == null ? null : CaseLight.parse(query.text("light")),
        DUE.get(due),
        query.text("step"),
        Order.of(query.text("sort", "dueAt")));
  }
}

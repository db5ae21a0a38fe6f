package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.paper.Vault;
import io.onewindow.face.FaceTest;
import io.onewindow.promise.ClockActs;
import io.onewindow.story.Hall;
import io.onewindow.supervision.fact.Projection;
import io.onewindow.supervision.figures.Forgetting;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervisor acts from the lists, with the mouse; what was done stands in the audit. */
@FaceTest
class SuperviseFromListsIT {

  private static final String LISTS = "/camunda/app/cockpit/default/#/onewindow/";
  private static final String TAX = "办理涉税事项";

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @Autowired private ClockActs acts;
  @Autowired private TaskService tasks;
  @Autowired private Projection projection;
  @Autowired private JdbcClient jdbc;
  @Autowired private Vault vault;

  private Chromium browser;
  private ProcessInstance first;
  private ProcessInstance second;
  private ProcessInstance third;

  /** Three cases are past their two hours: two with the tax office, one with the police. */
  @BeforeEach
  void threeAreLate() {
    projection.catchUp();
    Forgetting.everything(jdbc);
    TwoWeeks cases = new TwoWeeks(hall, acts);
    hall.itIs("2026-09-15T09:00");
    first = cases.accepted("ny", "taxChoice");
    second = cases.accepted("ny", "taxChoice");
    third = cases.accepted("ny", "sealChoice");
    hall.itIs("2026-09-15T14:50");
    projection.catchUp();
    browser = new Chromium(port);
    browser.signIn("nySupervisor", "cockpit");
  }

  @AfterEach
  void closeTheHall() {
    browser.close();
    hall.closes();
    projection.catchUp();
    Forgetting.everything(jdbc);
  }

  @Test
  void supervisesACase() {
    browser.open(LISTS + "open?light=RED");
    act(List.of(first), "督办");
    browser.click(dialogButton("确定督办"));
    browser.waitFor("应为 2 至 900 个字");
    assertThat(done(first)).isEmpty();
    give("督办要求", "请于今日办结并说明原因", "确定督办");
    browser.shown(By.xpath(row(first) + "//td[contains(.,'督办')][contains(.,'2026-09-15')]"));
    browser.picture("supervise-supervised");
    assertThat(done(first)).containsExactly("SUPERVISE nySupervisor cockpit tax 请于今日办结并说明原因");
    assertThat(open(first, "答复督办")).hasSize(1);
    assertThat(task(first).getPriority()).isEqualTo(100);
    assertThat(done(second)).isEmpty();
  }

  /** The officer's answer is read in the list of late cases. */
  @Test
  void asksForAReasonAndReadsIt() {
    browser.open(LISTS + "late?scope=CASE");
    act(List.of(third), "要求说明原因");
    give("督办要求", "请说明为何超过两小时", "确定要求说明原因");
    browser.shown(By.xpath(row(third) + "//td[contains(.,'要求说明原因')]"));
    assertThat(done(third)).containsExactly("ASK_REASON nySupervisor cockpit police 请说明为何超过两小时");
    hall.as(
        "nyPolice",
        () -> {
          tasks.complete(
              open(third, "答复督办").get(0).getId(),
              Map.of("overdueReason", "刻章设备故障", "correctiveAction", "已启用备用设备"));
          return null;
        });
    projection.catchUp();
    browser.clickText("近7天");
    browser.shown(By.xpath(row(third) + "//td[contains(.,'刻章设备故障')][contains(.,'已启用备用设备')]"));
    browser.picture("supervise-reason");
  }

  @Test
  void raisesACaseToTheHeadOfTheAuthority() {
    browser.open(LISTS + "late?scope=CASE");
    act(List.of(second), "报请上一级");
    give("督办要求", "两次督办未果，请负责人过问", "确定报请上一级");
    browser.shown(By.xpath(row(second) + "//td[contains(.,'报请上一级')]"));
    browser.picture("supervise-raised");
    assertThat(done(second)).containsExactly("RAISE nySupervisor cockpit leader 两次督办未果，请负责人过问");
    assertThat(hall.listOf("nyLeader")).contains("答复督办");
    assertThat(hall.listOf("nyTax")).doesNotContain("答复督办");
  }

  @Test
  void reassignsOneTask() {
    browser.open(LISTS + "open?light=RED");
    act(List.of(first), "改派…");
    browser.picture("supervise-reassign");
    browser.click(By.xpath("//dialog//select/option[contains(.,'（nyTax）')]"));
    give("理由", "原经办人外出培训", "确定改派");
    browser.shown(By.xpath(row(first) + "//td[contains(.,'（nyTax）')]"));
    assertThat(done(first)).containsExactly("REASSIGN nySupervisor cockpit nyTax 原经办人外出培训");
    assertThat(task(first).getAssignee()).isEqualTo("nyTax");
    assertThat(task(second).getAssignee()).isNull();
  }

  /** All of them or none: the police's task is not the tax officer's to do. */
  @Test
  void reassignsManyOrNone() {
    browser.open(LISTS + "open?light=RED");
    act(List.of(first, second, third), "改派…");
    browser.click(By.xpath("//dialog//select/option[contains(.,'（nyTax）')]"));
    browser.fill("理由", "集中办理积压件");
    browser.click(dialogButton("确定改派"));
    browser.waitFor("全部任务均未改派");
    browser.picture("supervise-reassign-refused");
    assertThat(List.of(first, second, third)).allSatisfy(one -> assertThat(done(one)).isEmpty());
    assertThat(task(first).getAssignee()).isNull();
    browser.click(By.xpath("//dialog//label[contains(.,'" + third.getBusinessKey() + "')]/input"));
    browser.click(dialogButton("确定改派"));
    browser.waitUntilGone(By.tagName("dialog"));
    projection.catchUp();
    for (ProcessInstance one : List.of(first, second)) {
      assertThat(done(one)).containsExactly("REASSIGN nySupervisor cockpit nyTax 集中办理积压件");
      assertThat(task(one).getAssignee()).isEqualTo("nyTax");
    }
    assertThat(done(third)).isEmpty();
    browser.shown(By.xpath(row(second) + "//td[contains(.,'（nyTax）')]"));
  }

  @Test
  void supervisesManyOrNone() {
    browser.open(LISTS + "open?light=RED");
    act(List.of(first, second), "督办");
    // meanwhile one of them is over
    hall.as(
        "nyTax",
        () -> {
          tasks.complete(
              task(second).getId(),
              Map.of(
                  "taxpayerType", "small-scale", "invoiceKind", "e-invoice", "ukeyNo", "UK123456"));
          return null;
        });
    hall.completes(
        "nyClerk", second, "统一出件", Map.of("handOutMethod", "pickup", "recipientName", "王晓明"));
    browser.fill("督办要求", "请于今日办结");
    browser.click(dialogButton("确定督办"));
    browser.waitFor("已经办结，不能再督办");
    browser.picture("supervise-many-refused");
    assertThat(done(first)).isEmpty();
    assertThat(open(first, "答复督办")).isEmpty();
  }

  private void act(List<ProcessInstance> cases, String act) {
    for (ProcessInstance one : cases) {
      browser.click(By.cssSelector("input[aria-label='选择 " + one.getBusinessKey() + "']"));
    }
    browser.click(By.xpath("//div[contains(@class,'ows-acts')]/button[.='" + act + "']"));
  }

  private void give(String label, String words, String button) {
    browser.fill(label, words);
    browser.click(dialogButton(button));
    browser.waitUntilGone(By.tagName("dialog"));
    projection.catchUp();
  }

  private static By dialogButton(String label) {
    return By.xpath("//dialog//button[.='" + label + "']");
  }

  private static String row(ProcessInstance one) {
    return "//tr[contains(.,'" + one.getBusinessKey() + "')]";
  }

  private Task task(ProcessInstance one) {
    return open(one, TAX).get(0);
  }

  /** The open tasks of that name under the case's number, whoever asked for them. */
  private List<Task> open(ProcessInstance one, String name) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(one.getBusinessKey())
        .taskName(name)
        .list();
  }

  /** What the audit says of a case: what, by whom, from which screen, to whom, why. */
  private List<String> done(ProcessInstance one) {
    return jdbc.sql(
            "select action, actor, face, to_whom, reason from ow_action where receipt_no = ?"
                + " order by entry_no")
        .param(one.getBusinessKey())
        .query(
            (row, n) ->
                String.join(
                    " ",
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    vault.open("ow_action.reason", row.getString(5))))
        .list();
  }
}

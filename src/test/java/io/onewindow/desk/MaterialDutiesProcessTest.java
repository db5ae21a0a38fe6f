package io.onewindow.desk;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.material.Material;
import io.onewindow.casefile.material.Materials;
import io.onewindow.casefile.material.Requirement;
import io.onewindow.casefile.paper.Vault;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 容缺 and 告知承诺: what an applicant may bring later, and what happens when it does not come. */
@StoryTest
class MaterialDutiesProcessTest {

  private static final String SERVICE = "company-registration";

  @Autowired private Hall hall;
  @Autowired private Materials materials;
  @Autowired private RuntimeService runtime;
  @Autowired private JdbcClient jdbc;
  @Autowired private Vault vault;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void closesWhenTheMaterialComesInTimeAcrossTheNationalHoliday() {
    hall.itIs("2026-09-28T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, tradingCompany());
    Material committed = commit(theCase);
    ProcessInstance duty = duty(theCase);
    LocalDateTime due = hall.dueOf(duty, "核实履行情况");
    assertThat(due).isEqualTo(dueOf(theCase, committed.materialId()));

    hall.itIs("2026-10-08T10:00");
    hall.completes("nyClerk", duty, "核实履行情况", Map.of("dutyNote", "已补交使用权证明一份"));
    assertThat(hall.hasEnded(duty)).isTrue();
    assertThat(material(theCase, committed.materialId()).fulfilledAt()).isNotNull();
    assertThat(creditRecords(theCase)).isZero();
  }

  @Test
  void endsWithTheUploadThatFulfilsIt() {
    hall.itIs("2026-09-28T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, tradingCompany());
    Material committed = commit(theCase);
    ProcessInstance duty = duty(theCase);
    hall.as(
        "nyClerk",
        () -> {
          materials.fulfil(theCase.getBusinessKey(), committed.materialId(), "纸质一份");
          return null;
        });
    assertThat(hall.hasEnded(duty)).isTrue();
  }

  @Test
  void isForgottenWhenTheCommitmentIsTakenBackBeforeAcceptance() {
    hall.itIs("2026-09-28T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, tradingCompany());
    Material committed = commit(theCase);
    ProcessInstance duty = duty(theCase);
    hall.as(
        "nyClerk",
        () -> {
          materials.revert(theCase.getBusinessKey(), committed.materialId());
          return null;
        });
    assertThat(hall.hasEnded(duty)).isTrue();
  }

  @Test
  void isSupervisedWhenTheTimePassesAndEndsInTheCreditRecordWhenJudgedBroken() {
    hall.itIs("2026-09-28T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", SERVICE, tradingCompany());
    Material committed = commit(theCase);
    ProcessInstance duty = duty(theCase);
    LocalDateTime due = hall.dueOf(duty, "核实履行情况");

    hall.itIs(due.minusMinutes(1).toString());
    assertThat(hall.openTasks(duty)).containsExactly("核实履行情况");
    hall.itIs(due.toString());
    assertThat(hall.openTasks(duty)).containsExactly("督办并说明原因", "认定未履行");

    hall.completes(
        "nyClerk",
        duty,
        "认定未履行",
        Map.of("dutyJudgement", "breached", "judgementReason", "两次电话催告后仍未补交"));
    assertThat(
            jdbc.sql("select reason from ow_credit_record where receipt_no = ?")
                .param(theCase.getBusinessKey())
                .query((row, n) -> vault.open("ow_credit_record.reason", row.getString(1)))
                .single())
        .contains(committed.name())
        .contains("两次电话催告后仍未补交");
  }

  private Material commit(ProcessInstance theCase) {
    String receiptNo = theCase.getBusinessKey();
    Material replaceable =
        materials.list(receiptNo).stream()
            .filter(material -> material.requirement() == Requirement.COMMITMENT)
            .findFirst()
            .orElseThrow();
    return hall.as(
        "nyClerk",
        () -> {
          materials.commit(receiptNo, replaceable.materialId(), "承诺于期限内补交原件", "王晓明");
          return material(theCase, replaceable.materialId());
        });
  }

  private Material material(ProcessInstance theCase, String materialId) {
    return materials.list(theCase.getBusinessKey()).stream()
        .filter(material -> material.materialId().equals(materialId))
        .findFirst()
        .orElseThrow();
  }

  private LocalDateTime dueOf(ProcessInstance theCase, String materialId) {
    return LocalDateTime.ofInstant(
        material(theCase, materialId).dueAt(), java.time.ZoneId.of("Asia/Shanghai"));
  }

  private ProcessInstance duty(ProcessInstance theCase) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(theCase.getBusinessKey())
        .processDefinitionKey("post-issue-duty")
        .singleResult();
  }

  private long creditRecords(ProcessInstance theCase) {
    return jdbc.sql("select count(*) from ow_credit_record where receipt_no = ?")
        .param(theCase.getBusinessKey())
        .query(Long.class)
        .single();
  }
}

package io.onewindow.promise;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.database.OnPostgres;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What ends a task writes its clock first, then the case, so that no two wait for each other. */
@FaceTest
@OnPostgres
class ClockBeforeCaseIT {

  @Autowired private Hall hall;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  @Test
  void aClerkWhoWaitsForTheClockDoesNotHoldTheCase() {
    hall.itIs("2026-09-28T10:00");
    ProcessInstance theCase = hall.starts("nyClerk", "company-registration", tradingCompany());
    CompletableFuture<Void> clerk =
        transaction.execute(
            status -> {
              // as the timer does that deems the application accepted
              holdClocks(theCase);
              CompletableFuture<Void> waits =
                  CompletableFuture.runAsync(
                      () ->
                          hall.completes(
                              "nyClerk",
                              theCase,
                              "审查申请材料",
                              Map.of("materialsDecision", "complete")));
              Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::someoneWaits);
              assertThat(theCaseIfFree(theCase)).containsExactly(theCase.getBusinessKey());
              return waits;
            });
    clerk.join();
    assertThat(hall.openTasks(theCase)).doesNotContain("审查申请材料");
  }

  private void holdClocks(ProcessInstance theCase) {
    jdbc.sql("select id from ow_clock where process_instance_id = ? for update")
        .param(theCase.getId())
        .query(String.class)
        .list();
  }

  private boolean someoneWaits() {
    return jdbc.sql("select exists (select 1 from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  /** The case's file, unless somebody else holds it. */
  private List<String> theCaseIfFree(ProcessInstance theCase) {
    return jdbc.sql("select receipt_no from ow_case where receipt_no = ? for update skip locked")
        .param(theCase.getBusinessKey())
        .query(String.class)
        .list();
  }
}

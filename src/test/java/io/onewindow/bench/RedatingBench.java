package io.onewindow.bench;

import static io.onewindow.story.Applications.tradingCompany;
import static io.onewindow.story.Applications.with;

import io.onewindow.OneWindowApplication;
import io.onewindow.promise.OfficeHoursChange;
import io.onewindow.promise.RedatingInTest;
import io.onewindow.story.Hall;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Measures how long it takes to re-date many running cases of company-registration after the hall
 * changed its office hours. See bench/redating.md.
 */
public final class RedatingBench {

  /** The application and what the stories need. */
  @Import({OneWindowApplication.class, Hall.class, OfficeHoursChange.class, RedatingInTest.class})
  @TestConfiguration(proxyBeanMethods = false)
  static class Application {

    /**
     * Finds no risk without looking: the real screening searches the history of all cases, which
     * would make ten thousand cases a matter of hours, and is not what is measured here.
     */
    @Bean("screenRisksDelegate")
    JavaDelegate noRisks() {
      return execution ->
          List.of(
                  "oneAddressManyLicences",
                  "oneLicenceManyAddresses",
                  "onePersonManyCertificates",
                  "nameAgainstPublicOrder",
                  "licenceFirstScope",
                  "foreignInvested",
                  "specialTrade")
              .forEach(risk -> execution.setVariable(risk, false));
    }
  }

  private RedatingBench() {}

  /**
   * @param args number of cases, 10000 if missing, and the JDBC URL, H2 in memory if missing
   */
  public static void main(String[] args) {
    int cases = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    String url = args.length > 1 ? args[1] : "jdbc:h2:mem:bench;DB_CLOSE_DELAY=-1";
    try (var context =
        new SpringApplicationBuilder(Application.class)
            .profiles("demo")
            .run(
                "--spring.datasource.url=" + url,
                "--camunda.bpm.job-execution.enabled=false",
                "--server.port=0",
                "--spring.main.allow-bean-definition-overriding=true",
                "--logging.level.root=WARN")) {
      PrintStream out = System.out;
      long begun = System.nanoTime();
      create(context.getBean(RuntimeService.class), context.getBean(TaskService.class), cases);
      tell(out, "created", cases, begun);
      var jobs = context.getBean(ManagementService.class);
      out.println("timers per case: " + jobs.createJobQuery().timers().count() / cases);

      context.getBean(OfficeHoursChange.class).to("ningyang", "10:00-12:00,13:30-17:30");
      RedatingInTest redating = context.getBean(RedatingInTest.class);
      begun = System.nanoTime();
      int found = redating.previewOf("ningyang");
      tell(out, "previewed", found, begun);
      begun = System.nanoTime();
      redating.apply();
      tell(out, "applied", found, begun);
      out.println("timers that may fire again: " + jobs.createJobQuery().timers().active().count());
      begun = System.nanoTime();
      out.println("left to move: " + redating.previewOf("ningyang"));
      tell(out, "previewed again", cases, begun);
    } finally {
      ClockUtil.reset();
    }
  }

  private static void create(RuntimeService runtime, TaskService tasks, int cases) {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-09-30T08:45:00Z")));
    Map<String, Object> form =
        with(
            tradingCompany(),
            Map.of("sealChoice", "now", "taxChoice", "now", "jurisdiction", "ningyang"));
    for (int i = 0; i < cases; i++) {
      ProcessInstance one =
          runtime
              .createProcessInstanceByKey("company-registration")
              .processDefinitionWithoutTenantId()
              .setVariables(with(form, applicant(i)))
              .execute();
      tasks.complete(
          tasks
              .createTaskQuery()
              .processInstanceBusinessKey(one.getBusinessKey())
              .singleResult()
              .getId(),
          Map.of("materialsDecision", "complete"));
    }
  }

  /** Everybody opens one company at one address, so that no review by hand is needed. */
  private static Map<String, Object> applicant(int i) {
    String body =
        "370921"
            + LocalDate.of(1960, 1, 1).plusDays(i % 15_000).format(DateTimeFormatter.BASIC_ISO_DATE)
            + (100 + i / 15_000);
    int sum = 0;
    for (int at = 0; at < 17; at++) {
      sum += (body.charAt(at) - '0') * ((1 << (17 - at)) % 11);
    }
    return Map.of(
        "residence",
        "宁阳县金阳大街" + i + "号",
        "enterpriseName",
        "宁阳县第" + i + "号商贸有限公司",
        "legalRepIdNo",
        body + "10X98765432".charAt(sum % 11));
  }

  private static void tell(PrintStream out, String what, int cases, long begun) {
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    out.printf(
        "%s %d cases in %.1f s, %.0f cases/s%n",
        what, cases, took.toMillis() / 1000.0, cases * 1000.0 / Math.max(1, took.toMillis()));
  }
}

package io.onewindow.demo;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.demo.MonthView.State;
import io.onewindow.engine.Callers;
import io.onewindow.engine.PlayedTime;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/**
 * Plays a month on a thread of its own, once for each database: a second would lie on the first.
 */
@Service
@Profile("demo & !sandbox")
class Months implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Months.class);

  /** Stays in the database with the cases. */
  private static final String PLAYED = "onewindow.demo.month";

  private final Player player;
  private final PlayedTime played;
  private final ManagementService management;
  private final Callers callers;
  private final MonthSettings settings;
  private final Clock time;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "played-month"));

  private volatile Run latest;

  Months(
      Player player,
      PlayedTime played,
      ManagementService management,
      Callers callers,
      MonthSettings settings,
      Clock time) {
    this.player = player;
    this.played = played;
    this.management = management;
    this.callers = callers;
    this.settings = settings;
    this.time = time;
  }

  /** One month, played, at play or broken off. */
  private static final class Run {
    private final Month month;
    private final Tally tally;
    private volatile State state = State.PLAYING;
    private volatile boolean stopped;
    private volatile String message;

    Run(Month month) {
      this.month = month;
      this.tally = new Tally(month.from());
    }
  }

  /**
   * Begins to play the month that ends now.
   *
   * @throws Problem 409 while one is played and once one was
   */
  synchronized MonthView begin() {
    if (latest != null && latest.state == State.PLAYING) {
      throw Problem.conflict("month-playing", "正在生成演示办件，请等它结束或者先停止。");
    }
    String before = period();
    if (before != null) {
      throw Problem.conflict(
          "month-played", "本数据库已经生成过 " + before + " 的演示办件；再生成一次会与之重叠，不能重复生成。需要重来的，请换一个空的数据目录启动。");
    }
    Run run = new Run(Month.endingAt(time.instant(), time.getZone()));
    latest = run;
    thread.execute(() -> play(run));
    return view();
  }

  /**
   * Ends the play after the step at hand.
   *
   * @throws Problem 409 when nothing is played
   */
  MonthView stop() {
    Run run = latest;
    if (run == null || run.state != State.PLAYING) {
      throw Problem.conflict("month-not-playing", "现在没有正在生成的演示办件。");
    }
    run.stopped = true;
    return view();
  }

  MonthView view() {
    Run run = latest;
    if (run == null) {
      String before = period();
      return new MonthView(
          before == null ? State.NONE : State.DONE,
          null,
          null,
          null,
          before == null ? 0 : 100,
          settings.cases(),
          0,
          0,
          0,
          before == null ? null : "本数据库已有 " + before + " 的演示办件。");
    }
    return new MonthView(
        run.state,
        MonthView.local(run.month.from()),
        MonthView.local(run.month.to()),
        MonthView.local(run.tally.at()),
        run.state == State.DONE ? 100 : run.month.percentAt(run.tally.at()),
        settings.cases(),
        run.tally.cases(),
        run.tally.steps(),
        run.tally.refusals().size(),
        run.message);
  }

  private void play(Run run) {
    State end = State.FAILED;
    try {
      played.play(
          clock -> {
            // first: half a month is also one that must not be played twice
            management.setProperty(PLAYED, words(run.month));
            player.play(
                run.month,
                settings.cases(),
                new Draw(settings.seed()),
                clock,
                run.tally,
                () -> run.stopped);
          });
      end = run.stopped ? State.STOPPED : State.DONE;
    } catch (Problem refused) {
      run.message = refused.getMessage();
    } catch (RuntimeException failed) {
      LOG.error("the played month broke off at {}", run.tally.at(), failed);
      run.message = "生成中断，已生成的办件保留，系统时钟已恢复；详情见运行日志。";
    } finally {
      run.state = end;
    }
  }

  /** The period that was played in this database, or null. */
  private String period() {
    return callers.asSystem(() -> management.getProperties().get(PLAYED));
  }

  private static String words(Month month) {
    return month.from().atZone(WorkCalendar.ZONE).toLocalDate()
        + " 至 "
        + month.to().atZone(WorkCalendar.ZONE).toLocalDate();
  }

  @Override
  public void destroy() throws InterruptedException {
    Run run = latest;
    if (run != null) {
      run.stopped = true;
    }
    thread.shutdown();
    thread.awaitTermination(10, TimeUnit.SECONDS);
  }
}

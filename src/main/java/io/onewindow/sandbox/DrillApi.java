package io.onewindow.sandbox;

import io.onewindow.problem.Problem;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clock of the drill: everybody who is signed in sees it, trainers lead it. */
@RestController
@Profile("sandbox")
@RequestMapping("/api/v1/drill")
class DrillApi {

  /**
   * @param workingDayMinutes how long a working day takes, in real minutes
   * @param trainer whether the reader leads the drill
   */
  record Hall(OffsetDateTime now, boolean paused, long workingDayMinutes, boolean trainer) {}

  /**
   * @param workingDayMinutes from 1 to 720
   */
  record Pace(Integer workingDayMinutes) {}

  private final DrillHall hall;
  private final DrillPeople people;

  DrillApi(DrillHall hall, DrillPeople people) {
    this.hall = hall;
    this.people = people;
  }

  @GetMapping
  Hall show() {
    DrillClock clock = hall.clock();
    return new Hall(
        Moments.local(clock.now().truncatedTo(ChronoUnit.SECONDS)),
        clock.isPaused(),
        clock.workingDay().toMinutes(),
        people.isTrainer(people.caller()));
  }

  @PostMapping("/pause")
  Hall pause() {
    people.requireTrainer();
    hall.pause(true);
    return show();
  }

  @PostMapping("/resume")
  Hall resume() {
    people.requireTrainer();
    hall.pause(false);
    return show();
  }

  /** Goes to the next timer or the next thing that somebody of the script does. */
  @PostMapping("/step")
  Hall step() {
    people.requireTrainer();
    if (!hall.step()) {
      throw Problem.conflict("nothing-to-come", "没有将要发生的事：没有等待的定时事项，脚本中的人也都办完了。");
    }
    return show();
  }

  @PutMapping("/pace")
  Hall pace(@RequestBody Pace pace) {
    people.requireTrainer();
    hall.pace(
        pace.workingDayMinutes() == null ? null : Duration.ofMinutes(pace.workingDayMinutes()));
    return show();
  }

  /** Throws all cases away and begins anew on Monday morning; results stay. */
  @PostMapping("/reset")
  Hall reset() {
    people.requireTrainer();
    hall.reset();
    return show();
  }
}

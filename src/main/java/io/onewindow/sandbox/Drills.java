package io.onewindow.sandbox;

import io.onewindow.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The drills since the hall was opened. */
@Component
@Profile("sandbox")
class Drills {

  /** A case with the drill it belongs to. */
  record Found(Drill drill, DrillCase theCase) {}

  private final List<Drill> drills = new CopyOnWriteArrayList<>();

  void add(Drill drill) {
    drills.add(drill);
  }

  void forget() {
    drills.clear();
  }

  /** The latest first. */
  List<Drill> all() {
    List<Drill> reversed = new ArrayList<>(drills);
    Collections.reverse(reversed);
    return reversed;
  }

  /**
   * @throws Problem 404 when there is no such drill
   */
  Drill get(String id) {
    return drills.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("unknown-drill", "没有这次练习，可能已经清空重来，请刷新页面。"));
  }

  /** The drill that a trainee is at. */
  Optional<Drill> running(String trainee) {
    return drills.stream()
        .filter(one -> one.ended() == null && one.trainee().equals(trainee))
        .findFirst();
  }

  /** The case of that number in a drill that goes on. */
  Optional<Found> caseOf(String receiptNo) {
    return drills.stream()
        .filter(one -> one.ended() == null && receiptNo != null)
        .flatMap(one -> one.find(receiptNo).stream().map(found -> new Found(one, found)))
        .findFirst();
  }
}

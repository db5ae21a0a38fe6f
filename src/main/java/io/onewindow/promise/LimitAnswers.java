package io.onewindow.promise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the limit tables answer, each question asked once; good for one batch. Not thread-safe. */
class LimitAnswers {

  private final PromisedLimits tables;
  private final Map<List<String>, Optional<Limit>> limits = new HashMap<>();
  private final Map<List<String>, Optional<InternalLimit>> internals = new HashMap<>();

  LimitAnswers(PromisedLimits tables) {
    this.tables = tables;
  }

  Optional<Limit> limit(StepClock clock) {
    List<String> question = new ArrayList<>();
    question.add(clock.service());
    question.add(clock.step());
    question.add(clock.category());
    question.add(clock.jurisdiction());
    return limits.computeIfAbsent(
        question,
        key -> tables.find(clock.service(), clock.step(), clock.category(), clock.jurisdiction()));
  }

  Optional<InternalLimit> internal(StepClock clock) {
    return internals.computeIfAbsent(
        List.of(clock.service(), clock.step(), clock.jurisdiction()),
        key -> tables.internal(clock.service(), clock.step(), clock.jurisdiction()));
  }
}

package io.onewindow.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.RepeatedRequests;
import io.onewindow.exchange.AnswerView.Outcome;
import io.onewindow.exchange.ExchangeHappened.Kind;
import io.onewindow.exchange.Parcel.State;
import io.onewindow.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the answers of departments' systems. The same answer may come any number of times, at once
 * and in any order: the case goes on once. One that comes too late is kept and changes nothing; its
 * sender hears so with 200, because an error would make it send again for ever.
 */
@Service
class Answers {

  /** A person who is faster may win a race twice; then the task is gone. */
  private static final int TURNS = 4;

  private final ExchangeStore store;
  private final AnswerStore answers;
  private final SystemsWork work;
  private final CaseFile files;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;
  private final Clock time;

  Answers(
      ExchangeStore store,
      AnswerStore answers,
      SystemsWork work,
      CaseFile files,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      ObjectMapper json,
      Clock time) {
    this.store = store;
    this.answers = answers;
    this.work = work;
    this.files = files;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.json = json;
    this.time = time;
  }

  /**
   * Takes an answer.
   *
   * @param key the sender's own, by which it tells its answers apart
   * @throws Problem 400 that names each wrong field, 404 for a request that was not this system's,
   *     409 when the key was used for another answer
   */
  AnswerView take(DepartmentSystem system, String key, byte[] body) {
    RepeatedRequests.checked(key);
    AnswerOrder order = AnswerOrder.parse(json, body);
    for (int turn = 1; ; turn++) {
      try {
        return transaction.execute(status -> take(system, key, AnswerStore.digest(body), order));
      } catch (RuntimeException slower) {
        // whoever loses a race fails wherever it meets what the winner has done
        if (turn == TURNS || Problem.in(slower) != null) {
          throw slower;
        }
      }
    }
  }

  private AnswerView take(DepartmentSystem system, String key, String digest, AnswerOrder order) {
    Optional<Parcel> found = store.lock(order.requestId(), system.id());
    // looked up under the lock: of five at once four find what the first has written
    Optional<AnswerStore.Before> before = answers.before(system, key);
    if (before.isPresent() && !before.get().digest().equals(digest)) {
      throw Problem.conflict("key-reused", "这个 Idempotency-Key 已用于内容不同的另一次回执。");
    }
    Parcel parcel =
        found.orElseThrow(
            () -> Problem.notFound("unknown-request", "没有推送给贵系统的请求 " + order.requestId() + "。"));
    if (before.isPresent()) {
      return new AnswerView(parcel, before.get().outcome());
    }
    AnswerView said = new AnswerView(parcel, apply(system, parcel, order));
    answers.keep(system, key, digest, order, said, now());
    return said;
  }

  private Outcome apply(DepartmentSystem system, Parcel parcel, AnswerOrder order) {
    if (parcel.state() == State.ANSWERED || !work.isOpen(parcel)) {
      happened(Kind.ANSWERED_LATE, system, parcel);
      return Outcome.ALREADY_DONE;
    }
    switch (order.said()) {
      case DONE -> {
        work.done(system, parcel, order.fields());
        store.settled(parcel.requestId(), State.ANSWERED, now());
        happened(Kind.ANSWERED, system, parcel);
        return Outcome.ADVANCED;
      }
      case DECLINED -> {
        store.settled(parcel.requestId(), State.DECLINED, now());
        happened(Kind.DECLINED, system, parcel);
      }
      default -> {
        store.delivered(parcel.requestId(), now());
        happened(Kind.CONFIRMED, system, parcel);
      }
    }
    return Outcome.RECORDED;
  }

  private void happened(Kind kind, DepartmentSystem system, Parcel parcel) {
    events.publishEvent(
        new ExchangeHappened(
            kind,
            files.find(parcel.receiptNo()).orElseThrow(),
            system.actor(),
            parcel.systemId() + "：" + parcel.subject(),
            now()));
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}

package io.onewindow.sandbox;

import io.onewindow.department.Jurisdiction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** One trainee at one exercise. */
final class Drill {

  /**
   * What applicants say and what befalls them outside the forms.
   *
   * @param receiptNo null before there is a case
   */
  record Word(Instant at, String receiptNo, String from, String text) {}

  private final String id;
  private final Exercise exercise;
  private final String trainee;
  private final Jurisdiction place;
  private final Instant begun;
  private final List<DrillCase> cases = new CopyOnWriteArrayList<>();
  private final List<Word> words = new CopyOnWriteArrayList<>();
  private volatile Instant ended;

  Drill(String id, Exercise exercise, String trainee, Jurisdiction place, Instant begun) {
    this.id = id;
    this.exercise = exercise;
    this.trainee = trainee;
    this.place = place;
    this.begun = begun;
  }

  String id() {
    return id;
  }

  Exercise exercise() {
    return exercise;
  }

  String trainee() {
    return trainee;
  }

  Jurisdiction place() {
    return place;
  }

  Instant begun() {
    return begun;
  }

  /** Null while it goes on. */
  Instant ended() {
    return ended;
  }

  void end(Instant at) {
    ended = at;
  }

  List<DrillCase> cases() {
    return cases;
  }

  void add(DrillCase theCase) {
    cases.add(theCase);
  }

  Optional<DrillCase> find(String receiptNo) {
    return cases.stream().filter(one -> receiptNo.equals(one.receiptNo())).findFirst();
  }

  /** What was said so far, the earliest first. */
  List<Word> words() {
    return words;
  }

  void hear(Instant at, String receiptNo, String from, String text) {
    words.add(new Word(at, receiptNo, from, text));
  }
}

package io.onewindow.casefile.paper;

import io.onewindow.casefile.CaseRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A paper being written, block by block. */
final class Draft {

  private final String title;
  private final String author;
  private final String number;
  private final String addressee;
  private final String date;
  private final String seal;
  private final List<PaperContent.Fact> facts = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> items = new ArrayList<>();
  private final List<String> closing = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  Draft(String title, String author, String number, String seal, CaseRecord file, Instant at) {
    this.title = title;
    this.author = author;
    this.number = number;
    this.addressee = file.applicantName();
    this.seal = seal;
    this.date = ChineseTime.day(at);
  }

  /** Left out when there is nothing to say. */
  Draft fact(String label, String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new PaperContent.Fact(label, value));
    }
    return this;
  }

  Draft text(String text) {
    texts.add(text);
    return this;
  }

  /** An entry for each line that is not blank. */
  Draft items(String lines) {
    lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(items::add);
    return this;
  }

  /** Running text after the entries. */
  Draft closing(String text) {
    closing.add(text);
    return this;
  }

  Draft remark(String text) {
    remarks.add(text);
    return this;
  }

  PaperContent content() {
    return content(false);
  }

  PaperContent withQueryCode() {
    return content(true);
  }

  private PaperContent content(boolean showsQueryCode) {
    return new PaperContent(
        title,
        author,
        number,
        addressee,
        List.copyOf(facts),
        List.copyOf(texts),
        List.copyOf(items),
        List.copyOf(closing),
        List.copyOf(remarks),
        date,
        seal,
        showsQueryCode);
  }
}

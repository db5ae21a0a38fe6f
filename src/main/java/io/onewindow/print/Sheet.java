package io.onewindow.print;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be printed, from top to bottom. Texts are plain: whatever they contain is printed as
 * it stands, a line feed begins a new line.
 *
 * @param title name of the document
 * @param author who issues it
 * @param at date of the document, in the time zone it is to be read in
 * @param footer stands at the foot of every page, beside the page number
 */
public record Sheet(
    String title, String author, ZonedDateTime at, String footer, List<Block> blocks) {

  /** The same sheet with a mark before everything else and at the foot of every page. */
  Sheet marked(String mark) {
    List<Block> marked = new ArrayList<>();
    marked.add(new Line(mark));
    marked.addAll(blocks);
    return new Sheet(title, author, at, mark + " " + footer, marked);
  }

  /** One part of a sheet. */
  public sealed interface Block {}

  /** Who issues the sheet and what it is called, large and centred. */
  public record Heading(String author, String title) implements Block {}

  /** A line at the right margin, e.g. the number. */
  public record RightLine(String text) implements Block {}

  /** A line from the left margin, e.g. whom the sheet addresses. */
  public record Line(String text) implements Block {}

  /** A label and what it says, in two columns. */
  public record Fact(String label, String value) implements Block {}

  /** Running text; each of its lines begins two characters in. */
  public record Text(String text) implements Block {}

  /** A numbered entry. */
  public record Item(int number, String text) implements Block {}

  /**
   * A table in small print; a row is never torn apart, and the first is repeated on every page.
   *
   * @param shares how wide the columns are in proportion
   * @param rows the first holds the headings; each has as many cells as there are columns
   */
  public record Table(List<Integer> shares, List<List<String>> rows) implements Block {}

  /** What follows begins on a page of its own. */
  public record NewPage() implements Block {}

  /** A remark in small print. */
  public record Remark(String text) implements Block {}

  /**
   * Author and date at the right with a place for the seal, the code to scan at the left; never
   * torn apart.
   *
   * @param seal stands where the seal is to be set
   * @param code what the code says, e.g. an address
   * @param captions short lines beside the code
   */
  public record Closing(String author, String date, String seal, String code, List<String> captions)
      implements Block {}
}

package io.onewindow.print;

import io.onewindow.print.Sheet.Block;
import java.util.ArrayList;
import java.util.List;

/** Sets the blocks of a sheet line by line onto pages of A4. Lengths are points. */
final class Compositor {

  static final float WIDTH = 595.28f;
  static final float HEIGHT = 841.89f;
  private static final float LEFT = 74;
  private static final float ROOM = WIDTH - 2 * LEFT;
  private static final float TOP = HEIGHT - 68;
  private static final float BOTTOM = 76;
  private static final float FOOT = 44;

  private static final float NORMAL = 12;
  private static final float SMALL = 9.5f;
  private static final float TITLE = 22;
  private static final float AUTHOR = 16;
  private static final float LEADING = 1.75f;
  private static final float DENSE = 1.4f;
  private static final float GAP = 5;
  private static final float LABEL = 7.5f * NORMAL;
  private static final float CODE = 96;
  private static final float SEAL = 58;

  private final Speller speller = new Speller();
  private final List<List<Mark>> pages = new ArrayList<>();
  private float y;

  private Compositor() {
    newPage();
  }

  /** The marks on each page. */
  static List<List<Mark>> pages(Sheet sheet) {
    Compositor compositor = new Compositor();
    sheet.blocks().forEach(compositor::set);
    compositor.remarkOnMissing();
    compositor.foot(sheet.footer());
    return compositor.pages;
  }

  private void set(Block block) {
    if (block instanceof Sheet.Heading heading) {
      heading(heading);
    } else if (block instanceof Sheet.RightLine line) {
      rightLine(line);
    } else if (block instanceof Sheet.Line line) {
      paragraphs(line.text(), NORMAL, 0, 0, false);
    } else if (block instanceof Sheet.Fact fact) {
      fact(fact);
    } else if (block instanceof Sheet.Text text) {
      paragraphs(text.text(), NORMAL, 2 * NORMAL, 0, false);
    } else if (block instanceof Sheet.Item item) {
      item(item);
    } else if (block instanceof Sheet.Table table) {
      table(table);
    } else if (block instanceof Sheet.NewPage) {
      newPage();
    } else if (block instanceof Sheet.Remark remark) {
      paragraphs(remark.text(), SMALL, 0, 0, true);
    } else if (block instanceof Sheet.Closing closing) {
      closing(closing);
    }
  }

  private void heading(Sheet.Heading heading) {
    centred(heading.author(), AUTHOR, false);
    centred(heading.title(), TITLE, true);
    y -= NORMAL / 2;
  }

  private void centred(String text, float size, boolean bold) {
    for (List<Sign> line : LineBreaker.lines(speller.spell(text), ROOM / size, ROOM / size)) {
      words(LEFT + (ROOM - width(line, size)) / 2, size, bold, false, line);
    }
  }

  private void rightLine(Sheet.RightLine block) {
    for (List<Sign> line : lines(block.text(), NORMAL, ROOM, ROOM)) {
      words(LEFT + ROOM - width(line, NORMAL), NORMAL, false, false, line);
    }
  }

  private void fact(Sheet.Fact fact) {
    List<List<Sign>> label = lines(fact.label(), NORMAL, LABEL, LABEL);
    List<List<Sign>> value = new ArrayList<>();
    fact.value()
        .lines()
        .forEach(line -> value.addAll(lines(line, NORMAL, ROOM - LABEL, ROOM - LABEL)));
    for (int i = 0; i < Math.max(label.size(), value.size()); i++) {
      float line = down(NORMAL);
      if (i < label.size()) {
        page().add(new Mark.Words(LEFT, line, NORMAL, false, true, label.get(i)));
      }
      if (i < value.size()) {
        page().add(new Mark.Words(LEFT + LABEL, line, NORMAL, false, false, value.get(i)));
      }
    }
    page().add(new Mark.Rule(LEFT, y - NORMAL * 0.1f, ROOM));
    y -= NORMAL * 0.2f;
  }

  private void item(Sheet.Item item) {
    String number = item.number() + ". ";
    paragraphs(number + item.text(), NORMAL, 0, width(speller.spell(number), NORMAL), false);
  }

  private void table(Sheet.Table table) {
    float total = table.shares().stream().mapToInt(Integer::intValue).sum();
    List<Float> widths = table.shares().stream().map(share -> ROOM * share / total).toList();
    List<List<List<Sign>>> heading = cells(table.rows().get(0), widths);
    y -= SMALL / 2;
    row(heading, widths, true);
    for (List<String> cells : table.rows().subList(1, table.rows().size())) {
      List<List<List<Sign>>> row = cells(cells, widths);
      if (y - height(row) < BOTTOM) {
        newPage();
        row(heading, widths, true);
      }
      row(row, widths, false);
    }
    y -= SMALL / 2;
  }

  private List<List<List<Sign>>> cells(List<String> texts, List<Float> widths) {
    List<List<List<Sign>>> cells = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      float room = widths.get(i) - GAP;
      cells.add(lines(texts.get(i), SMALL, room, room));
    }
    return cells;
  }

  private static float height(List<List<List<Sign>>> row) {
    return row.stream().mapToInt(List::size).max().orElse(0) * SMALL * DENSE + GAP;
  }

  private void row(List<List<List<Sign>>> row, List<Float> widths, boolean heading) {
    float height = height(row);
    float x = LEFT;
    for (int i = 0; i < row.size(); i++) {
      float line = y;
      for (List<Sign> signs : row.get(i)) {
        line -= SMALL * DENSE;
        page().add(new Mark.Words(x, line, SMALL, heading, false, signs));
      }
      x += widths.get(i);
    }
    y -= height;
    page().add(new Mark.Rule(LEFT, y, ROOM));
  }

  /**
   * @param firstIndent of the first line of each paragraph
   * @param indent of its other lines
   */
  private void paragraphs(String text, float size, float firstIndent, float indent, boolean quiet) {
    text.lines()
        .forEach(
            paragraph -> {
              float x = LEFT + firstIndent;
              for (List<Sign> line : lines(paragraph, size, ROOM - firstIndent, ROOM - indent)) {
                words(x, size, false, quiet, line);
                x = LEFT + indent;
              }
            });
  }

  private void closing(Sheet.Closing closing) {
    float height = 2 * SEAL + NORMAL * LEADING;
    y -= NORMAL;
    if (y - height < BOTTOM) {
      newPage();
    }
    float top = y;
    page().add(new Mark.Code(LEFT, top - CODE, CODE, QrCode.of(closing.code())));
    float line = top - CODE - SMALL;
    for (String caption : closing.captions()) {
      page().add(new Mark.Words(LEFT + SMALL, line, SMALL, false, true, speller.spell(caption)));
      line -= SMALL * 1.4f;
    }
    float middle = LEFT + ROOM - 2 * SEAL;
    page().add(new Mark.Circle(middle, top - SEAL, SEAL));
    atMiddle(closing.seal(), SMALL, middle, top - SEAL - 3 * SMALL, true);
    atMiddle(closing.author(), NORMAL, middle, top - SEAL + NORMAL, false);
    atMiddle(closing.date(), NORMAL, middle, top - SEAL - NORMAL * 0.6f, false);
    y = Math.min(line, top - height);
  }

  private void atMiddle(String text, float size, float middle, float line, boolean quiet) {
    List<Sign> signs = speller.spell(text);
    float x = Math.min(middle - width(signs, size) / 2, LEFT + ROOM - width(signs, size));
    page().add(new Mark.Words(x, line, size, false, quiet, signs));
  }

  private void remarkOnMissing() {
    if (!speller.missing().isEmpty()) {
      String codes = String.join("、", speller.missing());
      paragraphs("注：方括号内的 " + codes + " 是本系统字库未收字符的统一码（Unicode）编码，以编码所指的字为准。", SMALL, 0, 0, true);
    }
  }

  private void foot(String text) {
    for (int i = 0; i < pages.size(); i++) {
      List<Sign> left = speller.spell(text);
      List<Sign> right = speller.spell("第 " + (i + 1) + " 页，共 " + pages.size() + " 页");
      float x = LEFT + ROOM - width(right, SMALL);
      pages.get(i).add(new Mark.Rule(LEFT, FOOT + SMALL * 1.5f, ROOM));
      pages.get(i).add(new Mark.Words(LEFT, FOOT, SMALL, false, true, left));
      pages.get(i).add(new Mark.Words(x, FOOT, SMALL, false, true, right));
    }
  }

  private List<List<Sign>> lines(String text, float size, float first, float room) {
    return LineBreaker.lines(speller.spell(text), first / size, room / size);
  }

  private void words(float x, float size, boolean bold, boolean quiet, List<Sign> signs) {
    float line = down(size);
    page().add(new Mark.Words(x, line, size, bold, quiet, signs));
  }

  /** The next base line, on a new page where this one is full. */
  private float down(float size) {
    if (y - size * LEADING < BOTTOM) {
      newPage();
    }
    y -= size * LEADING;
    return y + size * (LEADING - 1) / 2;
  }

  private void newPage() {
    pages.add(new ArrayList<>());
    y = TOP;
  }

  private List<Mark> page() {
    return pages.get(pages.size() - 1);
  }

  private static float width(List<Sign> signs, float size) {
    float width = 0;
    for (Sign sign : signs) {
      width += sign.width();
    }
    return width * size;
  }
}

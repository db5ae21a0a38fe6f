package io.onewindow.sandbox;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.demo.Invention;
import io.onewindow.print.Sheet;
import io.onewindow.print.SheetPrinter;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The papers that scripted applicants upload: PDF that an officer must read to find what is wrong.
 */
@Component
@Profile("sandbox")
class Sheets {

  private final SheetPrinter printer;
  private final Clock time;

  Sheets(SheetPrinter printer, Clock time) {
    this.printer = printer;
    this.time = time;
  }

  /**
   * @param lines what stands on it, with holes
   * @param edition tells a corrected sheet from the first one
   */
  InputStream of(String name, List<String> lines, Invention invention, String edition) {
    List<Sheet.Block> blocks = new ArrayList<>();
    blocks.add(new Sheet.Heading("申请人提交", name));
    for (String line : lines) {
      Map<String, Object> filled =
          invention.filled(Map.of("line", line), LocalDate.now(time), name, Map::of);
      blocks.add(new Sheet.Text((String) filled.get("line")));
    }
    blocks.add(new Sheet.RightLine(edition));
    Sheet sheet = new Sheet(name, "申请人", time.instant().atZone(WorkCalendar.ZONE), name, blocks);
    return new ByteArrayInputStream(printer.print(sheet));
  }
}

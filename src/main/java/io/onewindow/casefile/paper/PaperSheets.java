package io.onewindow.casefile.paper;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.print.Sheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lays a paper out for printing. */
@Component
class PaperSheets {

  private final PaperSignatures signatures;
  private final PaperKeys keys;
  private final QueryCodes codes;
  private final String address;

  PaperSheets(
      PaperSignatures signatures, PaperKeys keys, QueryCodes codes, PaperSettings settings) {
    this.signatures = signatures;
    this.keys = keys;
    this.codes = codes;
    this.address = settings.publicAddress().replaceAll("/+$", "");
  }

  Sheet of(PaperContent content, String receiptNo, String contentDigest, Instant issuedAt) {
    List<Sheet.Block> blocks = new ArrayList<>();
    blocks.add(new Sheet.Heading(content.author(), content.title()));
    blocks.add(new Sheet.RightLine("编号：" + content.number()));
    blocks.add(new Sheet.Line(content.addressee() + "："));
    content.facts().forEach(fact -> blocks.add(new Sheet.Fact(fact.label(), fact.value())));
    if (content.showsQueryCode()) {
      blocks.add(new Sheet.Fact("查询码", spaced(codes.of(receiptNo))));
      blocks.add(new Sheet.Fact("进度查询", address + "/progress/" + receiptNo));
    }
    content.texts().forEach(text -> blocks.add(new Sheet.Text(text)));
    for (int i = 0; i < content.items().size(); i++) {
      blocks.add(new Sheet.Item(i + 1, content.items().get(i)));
    }
    content.closing().forEach(text -> blocks.add(new Sheet.Text(text)));
    content.remarks().forEach(remark -> blocks.add(new Sheet.Remark("说明：" + remark)));
    if (keys.isDemo()) {
      blocks.add(new Sheet.Remark("说明：本件由演示系统以演示密钥签发，不具有法律效力。"));
    }
    blocks.add(closing(content, contentDigest));
    return new Sheet(
        content.title() + " " + content.number(),
        content.author(),
        issuedAt.atZone(WorkCalendar.ZONE),
        content.title() + " " + content.number(),
        blocks);
  }

  private Sheet.Closing closing(PaperContent content, String contentDigest) {
    return new Sheet.Closing(
        content.author(),
        content.date(),
        content.seal() == null ? Grounds.LICENCE.seal() : content.seal(),
        signatures.address(content.number(), contentDigest),
        List.of("扫码核验真伪"));
  }

  /** Four and four are easier to read out and to type. */
  private static String spaced(String code) {
    int half = code.length() / 2;
    return code.substring(0, half) + " " + code.substring(half);
  }
}

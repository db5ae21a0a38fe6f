package io.onewindow.commandline;

import io.onewindow.audit.AuditChain;
import io.onewindow.audit.Verdict;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code verify-audit}: tells whether the records are as they were sealed. */
final class VerifyAudit implements Command {

  @Override
  public String name() {
    return "verify-audit";
  }

  @Override
  public String usage() {
    return """
        用法：java -jar onewindow.jar verify-audit [--seal <封条>] [--onewindow.data-dir=<数据目录>]
          核对审计记录（办件经过、对系统的操作、办理动作、时限、材料）与封条链是否一致，指出第一条不一致的记录；
          早该封存而没有封条的记录，逐表列出条数和第一条
          --seal 以前核对时记下、另处保存的最后一枚封条；链条末尾被截去的，只有凭它才能发现
          退出码：0 全部一致；1 不一致或未能核对；2 用法不对
        """
        .stripTrailing();
  }

  @Override
  public Set<String> optional() {
    return Set.of("seal");
  }

  @Override
  public Work prepare(Options options) {
    String expected = options.value("seal");
    return (application, out) -> {
      Verdict verdict = application.get().getBean(AuditChain.class).verify(expected);
      if (verdict.fault() != null) {
        throw new CommandRefused(
            "审计记录不一致：第 "
                + verdict.badSeal()
                + " 枚封条，"
                + verdict.table()
                + " 的记录 "
                + verdict.rowId()
                + "："
                + verdict.fault().label()
                + "。之前的 "
                + verdict.seals()
                + " 条一致。");
      }
      if (!verdict.holds()) {
        throw new CommandRefused(
            "审计记录不一致：有的记录没有封条，早该封存："
                + verdict.overdue().stream()
                    .map(one -> one.table() + " " + one.rows() + " 条，第一条是记录 " + one.firstRowId())
                    .collect(Collectors.joining("；"))
                + "。有封条的 "
                + verdict.seals()
                + " 条一致。");
      }
      out.println("审计记录一致：" + verdict.seals() + " 条。");
      if (verdict.seals() > 0) {
        out.println("最后一枚封条（请另处保存）：" + verdict.last());
      }
      if (verdict.waiting() > 0) {
        out.println("另有刚写入、尚未封存 " + verdict.waiting() + " 条。");
      }
    };
  }
}

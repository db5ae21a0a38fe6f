package io.onewindow.commandline;

import io.onewindow.supervision.fact.FigureState;
import io.onewindow.supervision.fact.Projection;
import java.io.PrintStream;

/**
 * {@code rebuild-figures}: counts all figures again from the raw history and says what differed.
 */
final class RebuildFigures implements Command {

  private static final int EVERY = 10_000;

  @Override
  public String name() {
    return "rebuild-figures";
  }

  @Override
  public String usage() {
    return """
        用法：java -jar onewindow.jar rebuild-figures [--onewindow.data-dir=<数据目录>]
          从流程历史、办件档案和计时记录逐件重新清点督办统计，核对并更正已存的数据；
          中断后再次执行即从断点继续。重建期间统计页面答复“正在重建”。
          退出码：0 已完成；1 失败；2 用法不对
        """
        .stripTrailing();
  }

  @Override
  public Work prepare(Options options) {
    return (application, out) -> rebuild(application.get().getBean(Projection.class), out);
  }

  private static void rebuild(Projection projection, PrintStream out) {
    // what was begun before goes on where it stopped
    if (!projection.state().rebuilding()) {
      projection.catchUp();
      projection.rebuild();
    }
    int told = 0;
    while (projection.state().rebuilding()) {
      if (!projection.step()) {
        throw new CommandRefused("另一个服务节点正在重建统计数据，请在网页上查看进度。");
      }
      int done = projection.state().done();
      if (done / EVERY > told) {
        told = done / EVERY;
        out.println("已清点 " + done + " 件");
      }
    }
    FigureState state = projection.state();
    projection.catchUp();
    out.println(
        state.different() == 0
            ? "已重新清点 " + state.done() + " 件办件，与原有统计数据完全一致。"
            : "已重新清点 " + state.done() + " 件办件，更正 " + state.different() + " 处。");
  }
}

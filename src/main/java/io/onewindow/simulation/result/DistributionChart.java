package io.onewindow.simulation.result;

import io.onewindow.simulation.kernel.Sketch;
import java.util.Locale;

/** Draws which share of the cases is done within which time, as SVG. */
final class DistributionChart {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 320;
  private static final int LEFT = 60;
  private static final int BOTTOM = 40;
  private static final int POINTS = 200;
  private static final double SECOND = 1000;

  private DistributionChart() {}

  /**
   * @param after null without a what-if
   */
  static String draw(Sketch before, Sketch after) {
    double most = before.quantile(0.99);
    most = after == null ? most : Math.max(most, after.quantile(0.99));
    if (!(most > 0)) {
      return "<p>没有办完的办件。</p>";
    }
    StringBuilder svg = new StringBuilder();
    svg.append("<svg viewBox=\"0 0 ")
        .append(WIDTH)
        .append(' ')
        .append(HEIGHT)
        .append("\" role=\"img\" aria-label=\"累计分布\">");
    for (int i = 0; i <= 4; i++) {
      double y = y(i / 4.0);
      line(svg, LEFT, y, WIDTH, y);
      text(svg, LEFT - 8, y + 5, "end", Words.percent(i / 4.0));
      double x = LEFT + (WIDTH - LEFT - 40) * i / 4.0;
      text(svg, x, HEIGHT - 12, "middle", Words.length(most * i / 4 / SECOND));
    }
    curve(svg, before, most, "#1f5fa8", "");
    text(svg, WIDTH - 10, y(0.12), "end", "实线：基线");
    if (after != null) {
      curve(svg, after, most, "#c25700", " stroke-dasharray=\"8 4\"");
      text(svg, WIDTH - 10, y(0.04), "end", "虚线：改动后");
    }
    return svg.append("</svg>").toString();
  }

  private static void curve(
      StringBuilder svg, Sketch sketch, double most, String colour, String dash) {
    svg.append("<polyline fill=\"none\" stroke=\"")
        .append(colour)
        .append("\" stroke-width=\"2.5\"")
        .append(dash)
        .append(" points=\"");
    for (int i = 0; i <= POINTS; i++) {
      double share = sketch.shareUpTo(most * i / POINTS);
      double x = LEFT + (WIDTH - LEFT - 40) * (double) i / POINTS;
      svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(share)));
    }
    svg.append("\"/>");
  }

  private static double y(double share) {
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - 15);
  }

  private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
            x1,
            y1,
            x2,
            y2));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"14\" fill=\"#444\">%s</text>",
            x,
            y,
            anchor,
            text));
  }
}

package io.onewindow.supervision;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * People of every colour vision tell the supervisor's colours apart. Vision is simulated as in
 * Machado, Oliveira and Fernandes (2009) at full severity; difference is the distance in CIE L*a*b*
 * (1976), of which about 2 is just to be seen side by side.
 */
class SupervisorColoursTest {

  private static final String STYLES = "/plugin-webapp/onewindow-supervision/app/plugin.css";
  private static final double APART = 12;

  /** Of text on white, WCAG 2.2 success criterion 1.4.3. */
  private static final double LEGIBLE = 4.5;

  private static final Map<String, double[]> VISIONS =
      Map.of(
          "normal", new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1},
          "protanopia",
              new double[] {
                0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
                1.051998
              },
          "deuteranopia",
              new double[] {
                0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
                0.968881
              },
          "tritanopia",
              new double[] {
                1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
                0.303900
              });

  private final String styles = styles();
  private final Map<String, String> named =
      Pattern.compile("--([\\w-]+): (#[0-9a-f]{6});")
          .matcher(styles)
          .results()
          .collect(toMap(found -> found.group(1), found -> found.group(2)));

  @Test
  void lightsAreToldApart() {
    areApart(
        List.of("kept-fill", "near-fill", "late-fill", "stop-fill", "calm-fill").stream()
            .map(named::get)
            .toList());
  }

  @Test
  void levelsAndShadesOfTheHeatMapAreToldApart() {
    areApart(
        List.of("within", "near", "over").stream()
            .map(level -> background("\\.ows-badge\\.ows-heat-" + level))
            .toList());
    areApart(
        List.of("1", "2", "3", "4", "5").stream()
            .map(shade -> background("\\.ows-heat-" + shade))
            .toList());
  }

  @Test
  void wordsInColourAreLegible() {
    for (String name : List.of("kept", "near", "late", "stop", "calm")) {
      double luminance = luminance(linear(named.get(name)));
      assertThat(1.05 / (luminance + 0.05)).as(name).isGreaterThan(LEGIBLE);
    }
  }

  private void areApart(List<String> colours) {
    assertThat(colours).doesNotContainNull().doesNotHaveDuplicates();
    VISIONS.forEach(
        (vision, matrix) -> {
          for (int one = 1; one < colours.size(); one++) {
            for (int other = 0; other < one; other++) {
              assertThat(apart(colours.get(one), colours.get(other), matrix))
                  .as("%s and %s for %s", colours.get(one), colours.get(other), vision)
                  .isGreaterThan(APART);
            }
          }
        });
  }

  private String background(String selector) {
    var found =
        Pattern.compile("(?m)^" + selector + " \\{[^}]*?background: (#[0-9a-f]{6})")
            .matcher(styles);
    assertThat(found.find()).as(selector).isTrue();
    return found.group(1);
  }

  private static double apart(String one, String other, double[] vision) {
    double[] a = lab(seen(linear(one), vision));
    double[] b = lab(seen(linear(other), vision));
    return Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
  }

  private static double square(double value) {
    return value * value;
  }

  /** Light of the three primaries, of a colour as sRGB writes it. */
  private static double[] linear(String hex) {
    double[] light = new double[3];
    for (int at = 0; at < 3; at++) {
      double part = Integer.parseInt(hex.substring(1 + 2 * at, 3 + 2 * at), 16) / 255.0;
      light[at] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
    return light;
  }

  private static double[] seen(double[] light, double[] vision) {
    double[] seen = new double[3];
    for (int at = 0; at < 3; at++) {
      double sum =
          vision[3 * at] * light[0] + vision[3 * at + 1] * light[1] + vision[3 * at + 2] * light[2];
      seen[at] = Math.max(0, Math.min(1, sum));
    }
    return seen;
  }

  private static double luminance(double[] light) {
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
  }

  private static double[] lab(double[] light) {
    double x = root((0.4124 * light[0] + 0.3576 * light[1] + 0.1805 * light[2]) / 0.95047);
    double y = root(luminance(light));
    double z = root((0.0193 * light[0] + 0.1192 * light[1] + 0.9505 * light[2]) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double value) {
    return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
  }

  private static String styles() {
    try (var in = SupervisorColoursTest.class.getResourceAsStream(STYLES)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}

package io.onewindow.laboratory.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What the back-test found.
 *
 * @param light the worst of all findings'
 * @param before cases estimated from
 * @param after cases that were to be foretold
 */
record Verdict(Light light, int before, int after, List<Finding> findings) {

  /** One thing that was compared, said in Chinese. */
  record Finding(Light light, String text) {}

  static Verdict of(int before, int after, List<Finding> findings) {
    Light worst = findings.stream().map(Finding::light).reduce(Light.GREEN, Light::worse);
    return new Verdict(worst, before, after, findings);
  }

  String sentence() {
    String begin = "回测：用前 " + before + " 件估计，推算其后的 " + after + " 件，" + light.text() + "。";
    return switch (light) {
      case GREEN -> begin + "推算与实际相符，可以用来比较改动。";
      case AMBER -> begin + "推算与实际有出入，可以比较改动，但结果只供参考。";
      case RED -> begin + "推算与实际不符，不能用来比较改动：请先弄清现状哪里变了，或改用标明的假设。";
    };
  }

  void into(ObjectNode json) {
    json.put("light", light.name()).put("text", sentence());
    json.put("before", before).put("after", after);
    ArrayNode all = json.putArray("findings");
    findings.forEach(
        one -> all.addObject().put("light", one.light().name()).put("text", one.text()));
  }
}

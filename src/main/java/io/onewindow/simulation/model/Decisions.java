package io.onewindow.simulation.model;

import io.onewindow.simulation.Refusal;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.xml.ModelParseException;

/** Deployed decisions, asked through Camunda's decision engine alone. Safe for many threads. */
public final class Decisions {

  private final ModelSource source;
  private final Map<String, Decision> known = new ConcurrentHashMap<>();
  private volatile DmnEngine engine;

  public Decisions(ModelSource source) {
    this.source = source;
  }

  /** Whether there is a decision of this key. */
  public boolean knows(String key) {
    return known.containsKey(key) || source.decision(key).isPresent();
  }

  /**
   * @param by the element that asks, for a refusal
   */
  public Decision decision(String key, String by) {
    return known.computeIfAbsent(key, asked -> load(asked, by));
  }

  private Decision load(String key, String by) {
    byte[] dmn =
        source
            .decision(key)
            .orElseThrow(() -> Refusal.at(by, "找不到决策 " + key + "，请把 " + key + ".dmn 放在同一目录"));
    try {
      DmnDecision parsed = engine().parseDecision(key, new ByteArrayInputStream(dmn));
      return new Decision(
          engine(), parsed, new String(dmn, java.nio.charset.StandardCharsets.UTF_8));
    } catch (ModelParseException malformed) {
      throw Refusal.at("决策 " + key, "不是有效的 DMN 文件，请核对文件完整、编码与声明一致，元素符合 DMN");
    }
  }

  /** Built when first needed: it takes a second, and many models decide nothing. */
  private synchronized DmnEngine engine() {
    if (engine == null) {
      engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    }
    return engine;
  }

  /** One decision; answers to the same question are remembered. */
  public static final class Decision {

    private static final int REMEMBERED = 50_000;

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final String text;
    private final Map<String, Boolean> mentioned = new ConcurrentHashMap<>();
    private final Map<Map<String, Object>, List<Map<String, Object>>> answers =
        new ConcurrentHashMap<>();

    Decision(DmnEngine engine, DmnDecision decision, String text) {
      this.engine = engine;
      this.decision = decision;
      this.text = text;
    }

    /** Whether its text speaks of this variable, so that the answer may depend on it. */
    public boolean mentions(String variable) {
      Boolean known = mentioned.get(variable);
      if (known == null) {
        known = text.contains(variable);
        mentioned.put(variable, known);
      }
      return known;
    }

    /** The entries of every rule that applies, in order. */
    public List<Map<String, Object>> answer(Map<String, Object> question) {
      List<Map<String, Object>> known = answers.get(question);
      if (known == null) {
        DmnDecisionResult result = engine.evaluateDecision(decision, question);
        known = result.getResultList();
        if (answers.size() < REMEMBERED) {
          answers.put(new HashMap<>(question), known);
        }
      }
      return known;
    }
  }
}

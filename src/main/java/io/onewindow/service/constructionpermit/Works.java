package io.onewindow.service.constructionpermit;

import io.onewindow.service.SectionName;
import java.math.BigDecimal;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What an application says of the works to be permitted. */
final class Works {

  /** What a permit covers that is not for a stage. */
  static final String WHOLE = "whole";

  /** The values of the field that says which stage is asked for. */
  static final List<String> STAGES = List.of("foundation", "superstructure", "own");

  private final VariableScope application;

  Works(VariableScope application) {
    this.application = application;
  }

  String text(String key) {
    Object value = application.getVariable(key);
    return value == null ? "" : value.toString().strip();
  }

  /** In 万元. */
  BigDecimal investment() {
    return new BigDecimal(text("investment"));
  }

  /** In square metres; null for works that have no floor area, such as a road. */
  BigDecimal builtArea() {
    return text("floorArea").isEmpty() ? null : new BigDecimal(text("floorArea"));
  }

  boolean claimsExemption() {
    return text("exemptionClaimed").equals("yes");
  }

  boolean isStaged() {
    return text("permitMode").equals("staged");
  }

  boolean isRelocated() {
    return text("relocation").equals("yes");
  }

  /**
   * What a permit covers: the whole project, a stage the plan names, or one the builder names,
   * which is the same however it is spaced and in whichever width it is written.
   */
  String part() {
    if (!isStaged()) {
      return WHOLE;
    }
    String stage = text("permitStage");
    return stage.equals("own") ? "own:" + SectionName.key(text("stageName")) : stage;
  }

  static boolean isWhole(String part) {
    return WHOLE.equals(part);
  }
}

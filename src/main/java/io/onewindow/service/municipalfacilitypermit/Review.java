package io.onewindow.service.municipalfacilitypermit;

import org.camunda.bpm.engine.delegate.VariableScope;

/** One department's review; its name begins the ids and variables of the model. */
enum Review {
  ROAD("road", "挖掘、占用道路"),
  TRAFFIC("traffic", "交通影响"),
  GREENERY("greenery", "绿地、树木"),
  WATER("water", "供水、排水设施");

  private static final String OBJECT = "object";

  private final String key;
  private final String label;

  Review(String key, String label) {
    this.key = key;
    this.label = label;
  }

  String label() {
    return label;
  }

  /** The variable that holds the opinion: agree, conditions or object. */
  String opinion() {
    return key + "Opinion";
  }

  /** The variable that holds the conditions of works, or why the department objects. */
  String conditions() {
    return key + "Conditions";
  }

  boolean isGiven(VariableScope application) {
    return application.getVariable(opinion()) != null;
  }

  boolean objects(VariableScope application) {
    return OBJECT.equals(application.getVariable(opinion()));
  }

  /** The opinion in words. */
  String line(VariableScope application) {
    Object words = application.getVariable(conditions());
    String added = words == null || words.toString().isBlank() ? "" : "：" + words;
    String opinion = objects(application) ? "不同意" : "同意";
    return label + "：" + opinion + added;
  }
}

package io.onewindow.service.completionacceptance;

import java.util.Arrays;
import java.util.Optional;

/**
 * One department's part of a joint acceptance (聊政发〔2021〕7号 附件二(七), 城乡规划法第四十五条). Its id is what the
 * table {@code acceptance-matters} answers and what the ids of its elements in the model begin
 * with.
 */
enum Matter {
  PLANNING("planning", "planning", "规划核实"),
  FIRE("fire", "fire", "消防验收或备案"),
  CIVIL_DEFENCE("civil-defence", "civilDefence", "人防工程竣工验收备案"),
  COMPLETION("completion", "completion", "建设工程竣工验收备案"),
  ARCHIVE("archive", "archive", "建设工程竣工档案验收");

  private final String id;
  private final String key;
  private final String label;

  Matter(String id, String key, String label) {
    this.id = id;
    this.key = key;
    this.label = label;
  }

  String id() {
    return id;
  }

  String label() {
    return label;
  }

  /** The variable that holds the department's opinion. */
  String opinion() {
    return key + "Opinion";
  }

  /** The variable that holds what is deferred, to be rectified or not in order. */
  String items() {
    return key + "Items";
  }

  /** The variable that says the joint survey (多测合一) makes looking at the works needless. */
  String surveyed() {
    return "survey" + Character.toUpperCase(key.charAt(0)) + key.substring(1);
  }

  /** The matter on which the task of that id gives an opinion. */
  static Optional<Matter> ofTask(String taskDefinitionKey) {
    return Arrays.stream(values())
        .filter(matter -> taskDefinitionKey.equals("userTask_" + matter.opinion()))
        .findFirst();
  }
}

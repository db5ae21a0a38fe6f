package io.onewindow.service.completionacceptance;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One department's part of a joint acceptance (聊政发〔2021〕7号 附件二(七), 城乡规划法第四十五条). Its id is what the
 * tables {@code acceptance-matters} and {@code added-matters} answer; the elements of a matter that
 * every project has begin with its key. What the kind of project adds is asked of whichever
 * department it is of: the departments of the public facilities of a development (聊政发〔2021〕7号
 * 附件二(三) and the same of the other plans), and, by the system's default, land and utilities.
 */
enum Matter {
  PLANNING("planning", "planning", "规划核实", "planning", false),
  FIRE("fire", "fire", "消防验收或备案", "housing", false),
  CIVIL_DEFENCE("civil-defence", "civilDefence", "人防工程竣工验收备案", "housing", false),
  COMPLETION("completion", "completion", "建设工程竣工验收备案", "housing", false),
  ARCHIVE("archive", "archive", "建设工程竣工档案验收", "housing", false),
  LAND("land", "land", "土地核验", "planning", true),
  UTILITIES("utilities", "utilities", "水电气热通信和排水接入", "utility-lead", true),
  MUNICIPAL("municipal", "municipal", "市政公用设施移交", "road-authority", true),
  HOUSING_FACILITY("housing-facility", "housingFacility", "配套设施（住建、房管）", "housing", true),
  EDUCATION_FACILITY("education-facility", "educationFacility", "配套教育设施", "education", true),
  CIVIL_FACILITY("civil-facility", "civilFacility", "配套养老设施", "civil", true),
  HEALTH_FACILITY("health-facility", "healthFacility", "配套卫生设施", "health", true),
  STREET_FACILITY("street-facility", "streetFacility", "配套社区服务设施", "townGov", true);

  private final String id;
  private final String key;
  private final String label;
  private final String office;
  private final boolean added;

  Matter(String id, String key, String label, String office, boolean added) {
    this.id = id;
    this.key = key;
    this.label = label;
    this.office = office;
    this.added = added;
  }

  String id() {
    return id;
  }

  String label() {
    return label;
  }

  /** A group, or a role of {@code acting.csv} where jurisdictions let different groups act. */
  String office() {
    return office;
  }

  /** Whether only some kinds of projects have it. */
  boolean isAdded() {
    return added;
  }

  /** The facility of a development by the name the filing knows it by; empty for the rest. */
  Optional<String> facility() {
    return id.endsWith("-facility")
        ? Optional.of(id.substring(0, id.length() - "-facility".length()))
        : Optional.empty();
  }

  /** The variable that holds the department's opinion. */
  String opinion() {
    return key + "Opinion";
  }

  /** The variable that holds what is deferred, to be rectified or not in order. */
  String items() {
    return key + "Items";
  }

  /** The variable that holds the day by which deferred items are to be completed. */
  String by() {
    return key + "By";
  }

  /** The variable that says the joint survey (多测合一) makes looking at the works needless. */
  String surveyed() {
    return "survey" + Character.toUpperCase(key.charAt(0)) + key.substring(1);
  }

  static Stream<Matter> all() {
    return Arrays.stream(values());
  }

  /**
   * @throws IllegalArgumentException for an id that the table should not answer
   */
  static Matter of(String id) {
    return all()
        .filter(matter -> matter.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no matter " + id));
  }

  /** Whether the task of that id asks for an opinion. */
  static boolean isAskedIn(String taskDefinitionKey) {
    return taskDefinitionKey.equals("userTask_addedOpinion")
        || all().anyMatch(matter -> taskDefinitionKey.equals("userTask_" + matter.opinion()));
  }
}

package io.onewindow.service.realestatefiling;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A department that takes part in accepting a development's public facilities (聊政发〔2021〕7号 附件二(三)
 * and the same of the other plans). Its id is what the table {@code filing-participants} answers.
 */
enum Participant {
  HOUSING("housing", "housing", "hasHousing", "物业服务等设施"),
  EDUCATION("education", "education", "hasEducation", "教育设施"),
  CIVIL("civil", "civil", "hasCivil", "养老设施"),
  HEALTH("health", "health", "hasHealth", "卫生设施"),
  STREET("street", "townGov", "hasStreet", "社区服务设施");

  /** What a department's task asks, each kept under the department's id. */
  static final List<String> FIELDS =
      List.of(
          "facilityOpinion",
          "facilityItems",
          "handover",
          "agreementNo",
          "deferReason",
          "takerName",
          "takeOverBy");

  private final String id;
  private final String group;
  private final String applied;
  private final String label;

  Participant(String id, String group, String applied, String label) {
    this.id = id;
    this.group = group;
    this.applied = applied;
    this.label = label;
  }

  String id() {
    return id;
  }

  /** The group whose task it is, also to take the facility over. */
  String group() {
    return group;
  }

  /** The field of the application that says there is such a facility. */
  String field() {
    return applied;
  }

  /** The fields of all of them. */
  static List<String> applied() {
    return Arrays.stream(values()).map(Participant::field).toList();
  }

  String label() {
    return label;
  }

  /** The variable of the case that keeps what its task asked as {@code field}. */
  String kept(String field) {
    return id + Character.toUpperCase(field.charAt(0)) + field.substring(1);
  }

  static Optional<Participant> ofTask(String taskDefinitionKey) {
    return Arrays.stream(values())
        .filter(one -> taskDefinitionKey.equals("userTask_" + one.id + "Facility"))
        .findFirst();
  }

  static Participant ofGroup(String group) {
    return Arrays.stream(values())
        .filter(one -> one.group.equals(group))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no participant " + group));
  }
}

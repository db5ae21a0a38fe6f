package io.onewindow.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.onewindow.problem.StartRefused;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActingTableTest {

  private static final Set<String> PLACES = Set.of("ningyang", "hekou");
  private static final Set<String> GROUPS = Set.of("approval", "planning");
  private final Departments departments = new Departments();

  @ParameterizedTest
  @CsvSource({
    "liaocheng, registrar, planning",
    "shenxian, registrar, planning",
    "ningyang, registrar, approval",
    "hekou, registrar, planning",
    "hekou, completion-filing-lead, housing",
    "liaocheng, utility-lead, urbanMgmt",
    "ningyang, water-authority, housing",
    "hekou, water-authority, water",
    "hekou, gas-authority, urbanMgmt"
  })
  void theRoleIsTheFunctionThePlanNames(String jurisdiction, String role, String group) {
    assertThat(departments.acting(jurisdiction, role)).isEqualTo(group);
  }

  @Test
  void anUnknownRoleIsNoSilentNobody() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> departments.acting("hekou", "registrer"))
        .withMessageContaining("registrer")
        .withMessageContaining("registrar");
  }

  @Test
  void whatAModelAsksForIsReadFromItsExpression() {
    String asked = "${department.acting(execution, 'registrar')}";
    assertThat(departments.actingGroups(asked, "ningyang")).containsExactly("approval");
    assertThat(departments.actingGroups(asked, null))
        .containsExactlyInAnyOrder("planning", "approval");
    assertThat(departments.actingGroups("${dutyGroup}", "ningyang")).isEmpty();
    assertThat(departments.actingGroups("planning", null)).isEmpty();
    assertThat(departments.actingGroups(null, null)).isEmpty();
  }

  @Test
  void everyWrongLineIsNamed() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(
            () ->
                table(
                    row("ningyang", "registrar", "approval"),
                    row("ningyang", "registrar", "planning"),
                    row("atlantis", "registrar", "planning"),
                    row("hekou", "registrar", "nobody"),
                    row("hekou", null, "planning")))
        .satisfies(
            refused ->
                assertThat(refused.reasons())
                    .containsExactly(
                        "acting.csv 第 3 行：ningyang 的角色 registrar 重复",
                        "acting.csv 第 4 行：未知的辖区 atlantis",
                        "acting.csv 第 5 行：未知的部门组 nobody",
                        "acting.csv 第 6 行：角色、文件和条款都要填写"));
  }

  @Test
  void aRoleThatNobodyTakesSomewhereIsNamed() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> table(row("ningyang", "registrar", "approval")))
        .withMessage("acting.csv：角色 registrar 在辖区 hekou 没有部门");
  }

  private static ActingTable table(Acting... rows) {
    return new ActingTable(List.of(rows), PLACES, GROUPS);
  }

  private static Acting row(String jurisdiction, String role, String group) {
    return new Acting(jurisdiction, role, group, "宁政发〔2021〕8号", "附件·登记财产9");
  }
}

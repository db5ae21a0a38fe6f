package io.onewindow.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the law lets a limit be extended: 行政许可法第四十二条. */
class StatuteTest {

  private final Ledger ledger = new Ledger();

  @Test
  void givesTenDaysToOneAuthorityAndFifteenToJointHandling() {
    Statute single = ledger.statute("AL42");
    Statute joint = ledger.statute("AL42J");
    assertThat(single.term()).hasToString("20 WORKING_DAY");
    assertThat(single.extensionValue()).isEqualTo(10);
    assertThat(single.extensionBy()).isEqualTo("本行政机关负责人");
    assertThat(single.handling().approvers()).isEqualTo("leader");
    assertThat(joint.term()).hasToString("45 WORKING_DAY");
    assertThat(joint.extensionValue()).isEqualTo(15);
    assertThat(joint.extensionBy()).isEqualTo("本级人民政府负责人");
    assertThat(joint.handling().approvers()).isEqualTo("govLeader");
  }

  @ParameterizedTest
  @CsvSource({
    "AL42,1,true",
    "AL42,10,true",
    "AL42,11,false",
    "AL42,0,false",
    "AL42J,15,true",
    "AL42J,16,false",
    "AL42J,-1,false"
  })
  void refusesMoreDaysThanTheLawAllows(String id, int days, boolean allowed) {
    ActFields fields = new ActFields().units(days, ledger.statute(id));
    if (allowed) {
      fields.check();
    } else {
      assertThatThrownBy(fields::check)
          .satisfies(
              refusal ->
                  assertThat(Problem.in(refusal).fields())
                      .singleElement()
                      .satisfies(field -> assertThat(field.key()).isEqualTo("units"))
                      .satisfies(field -> assertThat(field.reason()).contains("《行政许可法》第四十二条")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SINGLE,11,WORKING_DAY,head",
    "JOINT,16,WORKING_DAY,head",
    "SINGLE,0,WORKING_DAY,head",
    "SINGLE,10,CALENDAR_DAY,head",
    "SINGLE,10,WORKING_DAY,"
  })
  void isNotReadWithAnExtensionTheLawDoesNotKnow(
      Handling handling, int days, LimitUnit unit, String by) {
    assertThatThrownBy(
            () ->
                new Statute(
                    "X1", "law", "1", handling, 20, LimitUnit.WORKING_DAY, days, unit, by, "words"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("X1");
  }
}

package io.onewindow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.CaseHappened;
import io.onewindow.casefile.retention.CaseRetained;
import io.onewindow.exchange.ExchangeHappened;
import io.onewindow.promise.CountingChanged;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.junit.jupiter.api.Test;

/** Who reads an export reads Chinese, whatever was done. */
class EventWordsTest {

  private static final String CHINESE = "\\p{IsHan}+";

  @Test
  void nameWhatIsDoneToTheEngine() {
    assertThat(EventWords.event("ProcessInstance", "Delete"))
        .isEqualTo("OPERATION_PROCESS_INSTANCE_DELETE");
    assertThat(EventWords.label("OPERATION_PROCESS_INSTANCE_DELETE")).isEqualTo("流程实例：删除");
    assertThat(EventWords.label(EventWords.event("Group membership", "Create")))
        .isEqualTo("组成员：新建");
    assertThat(EventWords.label(EventWords.event("JobDefinition", "ActivateJobDefinition")))
        .isEqualTo("作业定义：恢复");
  }

  @Test
  void knowEveryEntityAndOperationOfTheEngine() {
    for (String entity : words(EntityTypes.class, "")) {
      for (String operation : words(UserOperationLogEntry.class, "OPERATION_TYPE_")) {
        String event = EventWords.event(entity, operation);
        assertThat(event).hasSizeLessThanOrEqualTo(96);
        assertThat(EventWords.label(event)).as(event).matches(CHINESE + "：" + CHINESE);
      }
    }
  }

  @Test
  void knowEveryOtherKindOfRow() {
    Stream.of(
            Arrays.stream(CaseHappened.Kind.values()).map(kind -> "CASE_" + kind),
            Arrays.stream(CaseRetained.Kind.values()).map(kind -> "CASE_" + kind),
            Arrays.stream(ExchangeHappened.Kind.values()).map(kind -> "EXCHANGE_" + kind),
            Arrays.stream(CountingChanged.Kind.values()).map(CountingChanged.Kind::name),
            Stream.of("CASE_RATED", "TASK_COMPLETED", "PERSONAL_DATA_READ"))
        .flatMap(kinds -> kinds)
        .forEach(kind -> assertThat(EventWords.label(kind)).as(kind).matches(CHINESE));
  }

  /** The constants whose names begin so. */
  private static List<String> words(Class<?> constants, String prefix) {
    return Arrays.stream(constants.getFields())
        .filter(one -> one.getType() == String.class && one.getName().startsWith(prefix))
        .map(EventWordsTest::value)
        .toList();
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}

package io.onewindow.faults;

import static io.onewindow.faults.Outside.Written.OVERTAKEN;
import static io.onewindow.faults.Outside.Written.TOLD;
import static io.onewindow.faults.Outside.Written.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.faults.Outside.Written;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a node says it has told, and nobody heard, is found; what was heard twice is no fault. */
class OutsideTest {

  @Test
  void findsNothingWhereAllThatIsWrittenWasHeard() {
    assertThat(compared(Map.of("a", TOLD, "b", TOLD), Map.of("a", 1, "b", 2))).isEmpty();
  }

  @Test
  void takesWhatPeopleDidFirstEitherWay() {
    assertThat(compared(Map.of("a", OVERTAKEN, "b", OVERTAKEN), Map.of("a", 1))).isEmpty();
  }

  @Test
  void findsWhatNobodyHeard() {
    assertThat(compared(Map.of("a", TOLD, "b", TOLD), Map.of("a", 1)))
        .containsExactly("LOST mail b");
  }

  @Test
  void findsWhatWasNeverTold() {
    assertThat(compared(Map.of("a", WAITING), Map.of())).containsExactly("STUCK mail a");
  }

  @Test
  void findsWhatNobodyWrote() {
    assertThat(compared(Map.of(), Map.of("a", 1))).containsExactly("UNASKED mail a");
  }

  private static List<String> compared(Map<String, Written> written, Map<String, Integer> heard) {
    return Outside.compared("mail", written, heard).stream().map(Finding::toString).toList();
  }
}

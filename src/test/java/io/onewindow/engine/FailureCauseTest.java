package io.onewindow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a caller can have got wrong is told as that; what is ours to get right is not. */
class FailureCauseTest {

  @ParameterizedTest
  @ValueSource(strings = {"no-such", "日", ""})
  void anEncodingThatThereIsNotIsTheCallersFault(String name) {
    RuntimeException failure = null;
    try {
      Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      failure = unknown;
    }
    assertThat(FailureCause.isCallersFault(failure)).isTrue();
  }

  @Test
  void whatOurOwnCodeStumblesOverIsNot() {
    assertThat(FailureCause.isCallersFault(new IllegalArgumentException("ours"))).isFalse();
  }
}

package io.onewindow.department;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FaceTest
class OpeningIT {

  @Autowired private FirstRequest first;

  @Test
  void peopleAndTheirTaskListsAreThereForTheVeryFirstRequest() {
    assertThat(first.answer().status()).isEqualTo(200);
    assertThat(first.answer().json().findValuesAsText("name")).contains("本机关负责人待办");
  }
}

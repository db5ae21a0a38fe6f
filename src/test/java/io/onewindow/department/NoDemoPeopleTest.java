package io.onewindow.department;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.onewindow.problem.StartRefused;
import io.onewindow.story.StoryTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@StoryTest
@Transactional
class NoDemoPeopleTest {

  @Autowired private IdentityService identity;
  @Autowired private Departments departments;

  @Test
  void refusesADatabaseWithDemoPeople() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(this::start)
        .withMessageMatching("spring\\.datasource\\.url：数据库中有演示人员 hkApproval 等 \\d+ 人，.*");
  }

  @Test
  void refusesADatabaseWithOneOfThemAndTakesOneWithNone() {
    DemoPeople.everybody(departments).stream()
        .map(DemoPeople.Person::id)
        .filter(id -> !id.equals("nyTax"))
        .forEach(identity::deleteUser);
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(this::start)
        .withMessageContaining("数据库中有演示人员 nyTax，");
    identity.deleteUser("nyTax");
    User somebody = identity.newUser("zhangsan");
    identity.saveUser(somebody);
    assertThatNoException().isThrownBy(this::start);
  }

  private void start() {
    new NoDemoPeople(identity, departments).start();
  }
}

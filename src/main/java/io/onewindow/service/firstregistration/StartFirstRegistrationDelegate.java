package io.onewindow.service.firstregistration;

import io.onewindow.service.AskedWithAcceptance;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Starts the registration of what was accepted, as the builder asked with the acceptance
 * (聊政发〔2021〕7号 附件五(九) and the same of the other plans).
 */
@Component("startFirstRegistrationDelegate")
class StartFirstRegistrationDelegate implements JavaDelegate {

  private static final AskedWithAcceptance.Wish REGISTRATION =
      new AskedWithAcceptance.Wish(
          "first-property-registration",
          "不动产首次登记",
          "firstRegistrationNo",
          List.of("estateType", "estateUnitNo", "landTitleNo", "handoverOn"));

  private final AskedWithAcceptance cases;

  StartFirstRegistrationDelegate(AskedWithAcceptance cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution acceptance) {
    cases.start(acceptance, REGISTRATION, Map.of());
  }
}

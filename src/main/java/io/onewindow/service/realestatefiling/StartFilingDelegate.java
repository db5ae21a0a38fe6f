package io.onewindow.service.realestatefiling;

import io.onewindow.service.AskedWithAcceptance;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Starts the filing of a development that was accepted, as the builder asked with the acceptance
 * (聊政发〔2021〕7号 附件二(三) “通过联合验收并签订移交协议的即可办理竣工综合验收备案”).
 */
@Component("startFilingDelegate")
class StartFilingDelegate implements JavaDelegate {

  private static final AskedWithAcceptance.Wish FILING =
      new AskedWithAcceptance.Wish(
          "real-estate-completion-filing", "房地产综合验收备案", "realEstateFilingNo", common());

  private final AskedWithAcceptance cases;
  private final Clock time;

  StartFilingDelegate(AskedWithAcceptance cases, Clock time) {
    this.cases = cases;
    this.time = time;
  }

  @Override
  public void execute(DelegateExecution acceptance) {
    cases.start(acceptance, FILING, Map.of("jointAcceptanceDate", LocalDate.now(time).toString()));
  }

  private static List<String> common() {
    Stream<String> ofFiling = Stream.of("utilitiesAcceptedOn", "facilityList");
    return Stream.of(ofFiling, DevelopmentRules.states(), Participant.applied().stream())
        .flatMap(keys -> keys)
        .toList();
  }
}

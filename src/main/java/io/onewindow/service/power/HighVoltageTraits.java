package io.onewindow.service.power;

import io.onewindow.casefile.material.CaseTraits;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The materials of a high voltage customer, always an enterprise, are the same for every one. */
@Component
class HighVoltageTraits implements CaseTraits {

  @Override
  public String service() {
    return "high-voltage-power";
  }

  @Override
  public Set<String> categories(Map<String, Object> variables) {
    return Set.of();
  }

  @Override
  public String applicantId(Map<String, Object> variables) {
    return codeOrPerson(variables);
  }

  /** The enterprise's code, or the person's number where the applicant has none. */
  static String codeOrPerson(Map<String, Object> variables) {
    Object code = variables.get("creditCode");
    return code == null || code.toString().isBlank()
        ? (String) variables.get("applicantIdNo")
        : code.toString().strip();
  }
}

package io.onewindow.service.power;

import io.onewindow.casefile.material.CaseTraits;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The plans name the materials of a high voltage line's filing; a low voltage line has no list. */
@Component
class PowerLineTraits implements CaseTraits {

  @Override
  public String service() {
    return "power-line-permit";
  }

  @Override
  public Set<String> categories(Map<String, Object> variables) {
    return "high".equals(variables.get("lineVoltage")) ? Set.of("high-voltage") : Set.of();
  }

  /** The power company answers for the line, not the person who applies for it. */
  @Override
  public String applicantId(Map<String, Object> variables) {
    return null;
  }
}

package io.onewindow.casefile.confidential;

import io.onewindow.casefile.paper.Vault;
import io.onewindow.engine.ConfidentialValues;
import org.springframework.stereotype.Component;

/** The engine's confidential variables, sealed each under its own name. */
@Component
class SealedValues implements ConfidentialValues {

  private static final String PLACE = "variable ";

  private final Vault vault;

  SealedValues(Vault vault) {
    this.vault = vault;
  }

  @Override
  public String seal(String variable, String plain) {
    return vault.seal(PLACE + variable, plain);
  }

  @Override
  public String open(String variable, String stored) {
    return vault.open(PLACE + variable, stored);
  }
}

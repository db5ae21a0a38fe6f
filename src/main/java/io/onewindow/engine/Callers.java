package io.onewindow.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Tells who is behind the current request. */
@Component
public class Callers {

  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl engine;

  Callers(IdentityService identity, ProcessEngineConfigurationImpl engine) {
    this.identity = identity;
    this.engine = engine;
  }

  /** The signed-in person, or empty when the system itself acts (a timer, a test, a start-up). */
  public Optional<Caller> current() {
    Authentication signedIn = identity.getCurrentAuthentication();
    return signedIn == null || signedIn.getUserId() == null
        ? Optional.empty()
        : Optional.of(
            new Caller(
                signedIn.getUserId(), set(signedIn.getGroupIds()), set(signedIn.getTenantIds())));
  }

  /**
   * Reads or acts as the system itself, for callers whose right to that has been checked already.
   */
  public <T> T asSystem(Supplier<T> deed) {
    Authentication signedIn = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return deed.get();
    } finally {
      if (signedIn != null) {
        identity.setAuthentication(
            signedIn.getUserId(), signedIn.getGroupIds(), signedIn.getTenantIds());
      }
    }
  }

  /**
   * Acts in the name of somebody who has proved who it is by other means than signing in, with the
   * rights of the groups and jurisdictions given; the call before goes on as it was.
   */
  public <T> T as(Caller caller, Supplier<T> deed) {
    Authentication before = identity.getCurrentAuthentication();
    identity.setAuthentication(
        caller.id(), List.copyOf(caller.groups()), List.copyOf(caller.jurisdictions()));
    try {
      return deed.get();
    } finally {
      identity.setAuthentication(before);
    }
  }

  /**
   * Does what the signed-in person has no right of the engine's to, but ours, which has been
   * checked already. The engine's operation log names the person, and other jurisdictions stay
   * closed. Nothing is written before {@code deed} has returned. It is to leave a record of its
   * own: no {@link EngineOperation} tells of it.
   */
  public <T> T inOwnName(Supplier<T> deed) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                OperationNotes.atHand().recorded(() -> context.runWithoutAuthorization(deed::get)));
  }

  private static Set<String> set(List<String> ids) {
    return ids == null ? Set.of() : Set.copyOf(ids);
  }
}

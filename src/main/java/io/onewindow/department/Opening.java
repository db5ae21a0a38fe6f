package io.onewindow.department;

import io.onewindow.engine.OneNodeAtATime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sets up the hall before the web server opens its port, so that no request comes too early. */
@Component
class Opening implements SmartLifecycle {

  private final FirstAdministrator administrators;
  private final HallSetup hall;
  private final ObjectProvider<DemoPeople> demoPeople;
  private final OneNodeAtATime oneNodeAtATime;
  private volatile boolean open;

  Opening(
      FirstAdministrator administrators,
      HallSetup hall,
      ObjectProvider<DemoPeople> demoPeople,
      OneNodeAtATime oneNodeAtATime) {
    this.administrators = administrators;
    this.hall = hall;
    this.demoPeople = demoPeople;
    this.oneNodeAtATime = oneNodeAtATime;
  }

  @Override
  public void start() {
    oneNodeAtATime.run(
        () -> {
          administrators.entitle();
          hall.setUp();
          demoPeople.ifAvailable(DemoPeople::settleIn);
        });
    open = true;
  }

  @Override
  public void stop() {
    open = false;
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  /** Well before the web server's. */
  @Override
  public int getPhase() {
    return 0;
  }
}

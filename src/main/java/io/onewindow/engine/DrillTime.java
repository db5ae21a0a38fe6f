package io.onewindow.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The hands of the clock of a drill: in the sandbox profile the one clock is moved by hand. */
@Component
@Profile("sandbox")
public class DrillTime implements DisposableBean {

  private final PlayedTime played;

  DrillTime(PlayedTime played) {
    this.played = played;
  }

  /** From now on it is that instant, for everybody, until the next call. */
  public void set(Instant instant) {
    ClockUtil.setCurrentTime(Date.from(instant));
  }

  /** The clock is real again. */
  public void release() {
    ClockUtil.reset();
  }

  /** Does something while nobody changes anything through the faces: they are told to wait. */
  public void alone(Runnable work) {
    played.alone(work);
  }

  /** The clock belongs to the whole virtual machine, which may outlive the drill. */
  @Override
  public void destroy() {
    release();
  }
}

package io.onewindow.gates;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;

/** The ways a program asks the machine what time it is. */
final class MachineClock {

  /** {@code now(clock)} of java.time is welcome: it asks our clock. */
  static final DescribedPredicate<JavaMethodCall> IS_READ =
      DescribedPredicate.describe(
          "reads the clock of the machine",
          call -> {
            var target = call.getTarget();
            boolean now =
                target.getName().equals("now")
                    && target.getOwner().getPackageName().startsWith("java.time")
                    && target.getRawParameterTypes().stream()
                        .noneMatch(type -> type.isAssignableTo(Clock.class));
            return now
                || target.getOwner().isEquivalentTo(System.class)
                    && target.getName().equals("currentTimeMillis")
                || target.getOwner().isEquivalentTo(Clock.class)
                    && target.getName().startsWith("system")
                || target.getOwner().isEquivalentTo(Calendar.class)
                    && target.getName().equals("getInstance");
          });

  static final DescribedPredicate<JavaConstructorCall> MAKES_A_DATE_OF_NOW =
      DescribedPredicate.describe(
          "makes a date of the machine's time",
          call ->
              call.getTarget().getOwner().isAssignableTo(Date.class)
                  && call.getTarget().getRawParameterTypes().isEmpty());

  private MachineClock() {}
}

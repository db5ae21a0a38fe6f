package io.onewindow.service.firstregistration;

import io.onewindow.service.FormValues;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is asked of the estate to be registered, in its own application and together with others.
 */
public final class EstateRules {

  private static final String TYPE = "estateType";
  private static final String TYPE_LABEL = "登记类型";

  private EstateRules() {}

  /**
   * Homes and land that are registered by the day they are handed over name that day.
   *
   * @return the day; empty where none is asked for, or it is not in order
   */
  static Optional<LocalDate> check(FormValues form) {
    return form.is(TYPE, "industrial") ? Optional.empty() : form.day("handoverOn", "交房（地）日期");
  }

  /**
   * The same where the registration is asked for with the acceptance of a project of that type.
   *
   * @param projectType {@code residential}, {@code industrial}, {@code public} or {@code municipal}
   */
  public static void checkWith(FormValues form, String projectType, String jurisdiction) {
    check(form);
    if (form.is(TYPE, "industrial") && !projectType.equals("industrial")) {
      form.refuse(
          TYPE, TYPE_LABEL, "选工业项目的，项目类型应为工业（" + RegistrationClauses.of(jurisdiction) + "）");
    }
    if (form.is(TYPE, "commercial-housing") && !projectType.equals("residential")) {
      form.refuse(
          TYPE, TYPE_LABEL, "选新建商品房开发项目的，项目类型应为居住（" + RegistrationClauses.of(jurisdiction) + "）");
    }
  }
}

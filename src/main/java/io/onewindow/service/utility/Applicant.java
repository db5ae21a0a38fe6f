package io.onewindow.service.utility;

import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.service.FormValues;

/** Who applies, by the fields that all forms for connections name alike. */
final class Applicant {

  private Applicant() {}

  /**
   * Refuses numbers whose check characters are wrong.
   *
   * @param codeKey field of the unified social credit code; an empty field is left to the form
   */
  static void check(FormValues form, String codeKey) {
    form.applicantId();
    String code = form.text(codeKey);
    if (!code.isEmpty() && !UnifiedSocialCreditCode.isValid(code)) {
      form.refuse(codeKey, "统一社会信用代码", "校验不通过，请核对18位代码");
    }
  }
}

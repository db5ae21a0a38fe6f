package io.onewindow.service.companyregistration;

import io.onewindow.desk.ResidentIdNumber;
import io.onewindow.desk.UnifiedSocialCreditCode;
import io.onewindow.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What an application to open a company must satisfy beyond the form's own rules. */
@Component
class ApplicationRules {

  static final int SHAREHOLDERS = 3;
  private static final BigDecimal WHOLE = new BigDecimal(100);

  private final LicenceFirstScopes scopes;

  ApplicationRules(LicenceFirstScopes scopes) {
    this.scopes = scopes;
  }

  List<Problem.Field> violations(VariableScope application) {
    List<Problem.Field> refused = new ArrayList<>();
    residentId(application, "applicantIdNo", "居民身份证号码", refused);
    residentId(application, "legalRepIdNo", "法定代表人身份证号码", refused);
    capital(application, refused);
    shareholders(application, refused);
    scope(application, refused);
    return refused;
  }

  private static void residentId(
      VariableScope application, String key, String label, List<Problem.Field> refused) {
    if (!ResidentIdNumber.isValid(text(application, key))) {
      refused.add(new Problem.Field(key, label, "校验不通过，请核对18位号码（末位X须大写）"));
    }
  }

  private static void capital(VariableScope application, List<Problem.Field> refused) {
    BigDecimal capital = number(text(application, "registeredCapital"));
    if (capital == null || capital.signum() <= 0) {
      refused.add(new Problem.Field("registeredCapital", "注册资本（万元）", "应为大于0的数，例如 50"));
    }
  }

  private static void shareholders(VariableScope application, List<Problem.Field> refused) {
    List<Integer> named =
        IntStream.rangeClosed(1, SHAREHOLDERS)
            .filter(i -> isNamed(application, i))
            .boxed()
            .toList();
    BigDecimal sum = BigDecimal.ZERO;
    for (int i : named) {
      String key = "shareholder" + i;
      String code = text(application, key + "Code");
      if (!ResidentIdNumber.isValid(code) && !UnifiedSocialCreditCode.isValid(code)) {
        refused.add(new Problem.Field(key + "Code", "出资人" + i + "证照号码", "应为校验正确的居民身份证号码或统一社会信用代码"));
      }
      BigDecimal share = number(text(application, key + "Share"));
      if (share == null || share.signum() <= 0) {
        refused.add(new Problem.Field(key + "Share", "出资人" + i + "出资比例（%）", "应为大于0的数"));
      } else {
        sum = sum.add(share);
      }
    }
    if (sum.compareTo(WHOLE) != 0) {
      refused.add(
          new Problem.Field("shareholder1Share", "出资比例（%）", "合计应为100，现为" + sum.toPlainString()));
    }
  }

  private static boolean isNamed(VariableScope application, int number) {
    String key = "shareholder" + number;
    return !text(application, key + "Name").isBlank()
        || !text(application, key + "Code").isBlank()
        || !text(application, key + "Share").isBlank();
  }

  private void scope(VariableScope application, List<Problem.Field> refused) {
    List<String> permits = scopes.permitsFor(text(application, "businessScope"));
    if (!permits.isEmpty() && text(application, "priorPermitNo").isBlank()) {
      refused.add(
          new Problem.Field(
              "priorPermitNo", "前置许可批准文号", "为必填项：经营范围须先取得" + String.join("、", permits)));
    }
  }

  private static String text(VariableScope application, String key) {
    Object value = application.getVariable(key);
    return value == null ? "" : value.toString().strip();
  }

  /** The number written there, or null if it is none. */
  private static BigDecimal number(String text) {
    return text.matches("\\d{1,12}(\\.\\d{1,6})?") ? new BigDecimal(text) : null;
  }
}

package io.onewindow.service.companyregistration;

/**
 * What an applicant may have done together with the licence, now or later (分时办理). The constant's
 * variable holds the choice.
 */
enum OpeningItem {
  SEAL("sealChoice"),
  TAX("taxChoice"),
  SOCIAL_INSURANCE("socialInsuranceChoice"),
  MEDICAL_INSURANCE("medicalInsuranceChoice"),
  HOUSING_FUND("housingFundChoice"),
  BANK_ACCOUNT("bankChoice"),
  EMPLOYMENT("employmentChoice");

  static final String NOW = "now";
  static final String LATER = "later";
  static final String NONE = "none";
  static final String DONE = "done";

  private final String variable;

  OpeningItem(String variable) {
    this.variable = variable;
  }

  String variable() {
    return variable;
  }
}

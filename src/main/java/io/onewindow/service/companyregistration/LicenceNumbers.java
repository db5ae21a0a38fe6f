package io.onewindow.service.companyregistration;

import io.onewindow.desk.UnifiedSocialCreditCode;
import org.springframework.stereotype.Component;

/**
 * Gives new companies a unified social credit code with right check characters. A registrar in
 * service takes the nine characters of the organisation from the segment the province has assigned;
 * until such a segment is connected they are made here from the receipt number, under the letters
 * MA like new registrations, and the hall's manual says so.
 */
@Component
class LicenceNumbers {

  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /**
   * @param receiptNo whose first six digits are the division and whose running number is used
   */
  String next(String entityType, String receiptNo) {
    String organisation = "MA" + receiptNo.substring(14, 20);
    return UnifiedSocialCreditCode.complete(
        category(entityType)
            + receiptNo.substring(0, 6)
            + organisation
            + organisationCheck(organisation));
  }

  /** 登记管理部门 9 (market regulation) and 机构类别 by GB 32100-2015. */
  private static String category(String entityType) {
    return switch (entityType) {
      case "individual-business" -> "92";
      case "farmers-cooperative" -> "93";
      default -> "91";
    };
  }

  /** Check character of an organisation code, GB 11714-1997. */
  private static char organisationCheck(String organisation) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(organisation.charAt(i)) * ORGANISATION_WEIGHTS[i];
    }
    int check = (11 - sum % 11) % 11;
    return check == 10 ? 'X' : (char) ('0' + check);
  }
}

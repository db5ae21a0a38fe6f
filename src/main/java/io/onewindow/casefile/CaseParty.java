package io.onewindow.casefile;

/**
 * Somebody who takes part in a case. The case file keeps number and telephone as keyed hashes; only
 * where an applicant wants to be written to stays readable.
 *
 * @param name a person's or an organisation's
 * @param code number of the identity document or unified social credit code; null if unknown
 * @param phone null if unknown
 * @param email null if none was given
 */
public record CaseParty(Role role, String name, String code, String phone, String email) {

  /** What somebody is in a case. */
  public enum Role {
    APPLICANT,
    /** Files for the applicant. */
    AGENT,
    LEGAL_REPRESENTATIVE,
    SHAREHOLDER,
    /** The organisation the case is about. */
    SUBJECT,
    /** Not a person: what was issued, by its name and number. */
    RESULT
  }

  /** A party of whom only name and number are known. */
  public static CaseParty of(Role role, String name, String code) {
    return new CaseParty(role, name, code, null, null);
  }
}

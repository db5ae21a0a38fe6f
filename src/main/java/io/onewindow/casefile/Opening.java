package io.onewindow.casefile;

import java.util.ArrayList;
import java.util.List;

/**
 * What a service gives to the file of a new case, so that the case is found again and its applicant
 * can be written to.
 *
 * @param subject what the case is about, e.g. the name of the company
 * @param place address of what the case is about; null where it has none
 * @param parties the applicant first
 */
public record Opening(String subject, String place, List<CaseParty> parties) {

  public Opening {
    parties = List.copyOf(parties);
    if (parties.isEmpty() || parties.get(0).role() != CaseParty.Role.APPLICANT) {
      throw new IllegalArgumentException("a case begins with its applicant");
    }
  }

  /** The same with one party more. */
  public Opening and(CaseParty party) {
    List<CaseParty> all = new ArrayList<>(parties);
    all.add(party);
    return new Opening(subject, place, all);
  }

  CaseParty applicant() {
    return parties.get(0);
  }
}

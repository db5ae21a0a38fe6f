package io.onewindow.service.realestatefiling;

import java.util.Set;

/** The public facilities that passed in a joint acceptance of this system. */
public interface AcceptedFacilities {

  /**
   * @param opinionNo number of the joint opinion
   * @return ids of {@code filing-participants}; empty for an opinion issued elsewhere
   */
  Set<String> accepted(String opinionNo);
}

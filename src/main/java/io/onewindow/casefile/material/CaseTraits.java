package io.onewindow.casefile.material;

import java.util.Map;
import java.util.Set;

/** What a service tells of its cases, so that the right materials are asked for. */
public interface CaseTraits {

  /** Id of the process. */
  String service();

  /**
   * The categories of the table {@code material-list} that a case falls into.
   *
   * @param variables of the process as the case was received
   */
  Set<String> categories(Map<String, Object> variables);

  /** The applicant's document number, which a credit record is kept under; null for none. */
  String applicantId(Map<String, Object> variables);
}

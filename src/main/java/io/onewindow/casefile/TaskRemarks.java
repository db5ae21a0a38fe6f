package io.onewindow.casefile;

import java.util.Collection;
import java.util.Map;

/** What other parts of the application have to say on the cards of tasks, in Chinese. */
public interface TaskRemarks {

  /**
   * @param receiptNos of the cases in which the reader's tasks stand
   * @return by task id; nothing where there is nothing to say
   */
  Map<String, String> of(Collection<String> receiptNos);
}

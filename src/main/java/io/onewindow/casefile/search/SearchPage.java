package io.onewindow.casefile.search;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * One page of the cases found, the newest first; names of persons are masked.
 *
 * @param page counted from 0
 * @param more whether another page follows
 */
public record SearchPage(List<Found> cases, int page, boolean more) {

  /**
   * A case.
   *
   * @param subject e.g. the name of the company
   * @param receivedAt with the offset of Asia/Shanghai
   * @param tasks those that are open, the most urgent first
   */
  public record Found(
      String receiptNo,
      String service,
      String serviceName,
      String jurisdiction,
      String jurisdictionName,
      String state,
      String stateName,
      String applicant,
      String subject,
      OffsetDateTime receivedAt,
      List<OpenTask> tasks) {}

  /**
   * @param id Tasklist shows the task by it, to those who may see it
   * @param due null where nothing limits it
   */
  public record OpenTask(String id, String name, OffsetDateTime due) {}
}

package io.onewindow.casefile.material;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The register as its readers see it; instants carry the offset of Asia/Shanghai.
 *
 * @param mayHandle whether the reader may do more than look
 * @param creditRecords how many promises the applicant has not kept in other cases or this one
 */
record MaterialsView(
    String receiptNo,
    String subject,
    boolean mayHandle,
    int creditRecords,
    Limits limits,
    List<Line> materials) {

  /**
   * What may be uploaded.
   *
   * @param endings of file names, in lower case
   * @param largestFile bytes
   * @param largestCase bytes
   */
  record Limits(List<String> endings, long largestFile, long largestCase) {}

  /**
   * One material.
   *
   * @param term how long a commitment or deferral may last, in Chinese; null for none
   * @param basis why it is needed, in Chinese
   * @param source why it may be shown this way, in Chinese
   * @param inheritedFrom name of the city whose plan says so, or null
   * @param overdue whether what is outstanding should have been there
   * @param commitmentText the wording proposed for a commitment, null where there is none
   * @param acts what the reader may do with it now, and whether files are taken
   */
  record Line(
      String materialId,
      String name,
      String requirement,
      String requirementName,
      String state,
      String stateName,
      String term,
      String basis,
      String source,
      String inheritedFrom,
      OffsetDateTime actedAt,
      String actedBy,
      String statement,
      String signedBy,
      OffsetDateTime due,
      boolean provisional,
      boolean overdue,
      OffsetDateTime fulfilledAt,
      String fulfilledBy,
      String commitmentText,
      List<String> acts,
      boolean mayUpload,
      List<File> files) {}

  /**
   * One file.
   *
   * @param shown whether a browser can show it
   * @param digest SHA-256, hexadecimal
   * @param uploadedBy user id, null for the applicant
   */
  record File(
      String id,
      String name,
      String kind,
      long size,
      boolean shown,
      String digest,
      OffsetDateTime uploadedAt,
      String uploadedBy) {}
}

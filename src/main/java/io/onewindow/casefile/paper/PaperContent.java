package io.onewindow.casefile.paper;

import java.util.List;

/**
 * What a paper says, in the order it says it. Kept as JSON; every text is plain.
 *
 * @param author the department in full
 * @param addressee the applicant
 * @param items numbered
 * @param closing running text after the items
 * @param date in Chinese, of Asia/Shanghai
 * @param seal what is written where the seal goes; null on papers from before it was kept, which
 *     are of licences
 * @param showsQueryCode whether the query code is to be printed on it, which is not kept here
 */
record PaperContent(
    String title,
    String author,
    String number,
    String addressee,
    List<Fact> facts,
    List<String> texts,
    List<String> items,
    List<String> closing,
    List<String> remarks,
    String date,
    String seal,
    boolean showsQueryCode) {

  /** A label and what it says. */
  record Fact(String label, String value) {}
}

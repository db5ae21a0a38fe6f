package io.onewindow.casefile.search;

import io.onewindow.casefile.search.KeyedHash.Kind;
import io.onewindow.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody typed, as conditions on receipt numbers. Digits may be a receipt number or its end,
 * a telephone or the number of a document; anything else is part of a name.
 *
 * @param condition SQL on the column {@code c.receipt_no}
 * @param values of its named parameters
 */
record SearchWords(String condition, Map<String, Object> values) {

  private static final int LONGEST = 64;
  private static final int MOST_PAIRS = 12;
  private static final String RECEIPT = "\\d{21}";
  private static final String END_OF_RECEIPT = "\\d{4,20}";
  private static final String PHONE = "\\d{11}";
  private static final String NUMBER = "[0-9A-Z]{6,32}";

  /**
   * @throws Problem 400 when that is too short or too long to search for
   */
  static SearchWords of(String typed, KeyedHash hash) {
    String plain = KeyedHash.plain(typed);
    int length = plain == null ? 0 : plain.codePointCount(0, plain.length());
    boolean written = length > 0 && plain.chars().noneMatch(Character::isISOControl);
    if (length < 2 || length > LONGEST || !written) {
      throw Problem.badRequest(
          "query-malformed", "请输入 2 至 64 个字符：受理编号（或末 4 位以上）、企业或申请人名称、统一社会信用代码、证件号码或手机号。");
    }
    if (plain.matches(RECEIPT)) {
      return new SearchWords("c.receipt_no = :receipt", Map.of("receipt", plain));
    }
    return plain.matches("\\d+") || plain.matches(NUMBER) && plain.matches(".*\\d.*")
        ? number(plain, hash)
        : name(plain);
  }

  private static SearchWords number(String plain, KeyedHash hash) {
    List<String> ways = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    ways.add("select receipt_no from ow_case_party where id_hash in (:codes)");
    values.put("codes", hash.known(Kind.CODE, plain));
    if (plain.matches(PHONE)) {
      ways.add("select receipt_no from ow_case_party where phone_hash in (:phones)");
      values.put("phones", hash.known(Kind.PHONE, plain));
    }
    if (plain.matches(END_OF_RECEIPT)) {
      ways.add("select receipt_no from ow_case_term where term = :tail and receipt_no like :end");
      values.put("tail", Terms.tail(plain));
      values.put("end", "%" + plain);
    }
    return new SearchWords("c.receipt_no in (" + String.join(" union ", ways) + ")", values);
  }

  private static SearchWords name(String plain) {
    Set<String> pairs = Terms.of(plain);
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    pairs.stream()
        .limit(MOST_PAIRS)
        .forEach(
            pair -> {
              String name = "pair" + values.size();
              conditions.add(
                  "c.receipt_no in (select receipt_no from ow_case_term where term = :"
                      + name
                      + ")");
              values.put(name, pair);
            });
    return new SearchWords(String.join(" and ", conditions), values);
  }
}

package io.onewindow.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides numbers and addresses of persons in what people wrote freely, also where they are written
 * in groups or in full-width characters. In doubt something is hidden: who examines an export has
 * the number of its row.
 */
final class Masking {

  /** Between two digits of one number; possessive, so that no text takes long. */
  private static final String GAP =
      "[ \\t\\u00a0]{0,2}+(?:[-_.\\u00b7\\u2010-\\u2015\\u2212][ \\t\\u00a0]{0,2}+)?+";

  private static final String MONTH = GAP + "(?:0" + GAP + "[1-9]|1" + GAP + "[0-2])";
  private static final String DAY = GAP + "(?:[012]" + GAP + "[0-9]|3" + GAP + "[01])";

  /** What is none of them and may look like one: ids, digests, addresses of machines. */
  private static final String OTHER =
      """
      (?<other>(?<![0-9A-Za-z])(?:
        [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}
        | [0-9a-f]{40,}
        | (?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])
      )(?![0-9A-Za-z]))
      """;

  private static final String MAIL =
      """
      (?<mail>(?<![0-9A-Za-z._%+-])[0-9A-Za-z._%+-]++@[0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)++)
      """;

  /** GB 11643-1999; in groups only with a date of birth in it. */
  private static final String RESIDENT =
      "(?<resident>(?<![0-9])(?:[0-9]{17}[0-9Xx]|[1-9]"
          + digits(5)
          + GAP
          + "(?:1"
          + GAP
          + "9|2"
          + GAP
          + "0)"
          + digits(2)
          + MONTH
          + DAY
          + digits(3)
          + GAP
          + "[0-9Xx])(?![0-9]))";

  /** The one before: fifteen digits, two for the year. */
  private static final String EARLIER =
      "(?<earlier>(?<![0-9])[1-8]" + digits(7) + MONTH + DAY + digits(3) + "(?![0-9]))";

  /** In groups not where a date goes on: {@code 2026-09-15 2026-09-30 1} is no number. */
  private static final String MOBILE =
      "(?:(?<![0-9])(?:(?<!(?<=[0-9])[-.])(?<prefix>(?:\\+|00)?86"
          + GAP
          + ")?(?<mobile>1"
          + GAP
          + "[3-9]"
          + digits(9)
          + ")|(?<plain>1[3-9][0-9]{9}))(?![0-9]))";

  private static final String PASSPORT =
      "(?<passport>(?<![0-9A-Za-z_])[A-Za-z]{1,2}[0-9]{7,8}(?![0-9A-Za-z_]))";

  private static final Pattern HIDDEN =
      Pattern.compile(
          String.join(
              "|", OTHER.replaceAll("\\s", ""), MAIL.strip(), RESIDENT, EARLIER, MOBILE, PASSPORT));

  private Masking() {}

  /** So many digits more. */
  private static String digits(int number) {
    return "(?:" + GAP + "[0-9]){" + number + "}";
  }

  /** The words with what names a person hidden, and all else as it was written. */
  static String masked(String words) {
    String plain = plain(words);
    Matcher found = HIDDEN.matcher(plain);
    StringBuilder masked = new StringBuilder();
    int end = 0;
    while (found.find()) {
      masked.append(words, end, found.start());
      masked.append(
          found.group("other") == null
              ? hidden(found)
              : words.substring(found.start(), found.end()));
      end = found.end();
    }
    return masked.append(words, end, words.length()).toString();
  }

  /** Full-width characters as ASCII, each in its place. */
  private static String plain(String words) {
    StringBuilder plain = new StringBuilder(words);
    for (int i = 0; i < plain.length(); i++) {
      char one = plain.charAt(i);
      if (one >= '\uff01' && one <= '\uff5e') {
        plain.setCharAt(i, (char) (one - '\uff01' + '!'));
      } else if (one == '\u3000') {
        plain.setCharAt(i, ' ');
      }
    }
    return plain.toString();
  }

  private static String hidden(Matcher found) {
    String mail = found.group("mail");
    if (mail != null) {
      return mail.charAt(0) + "***" + mail.substring(mail.indexOf('@'));
    }
    if (found.group("resident") != null) {
      return stars(found.group("resident"), 4, 4);
    }
    if (found.group("earlier") != null) {
      return stars(found.group("earlier"), 4, 3);
    }
    if (found.group("passport") != null) {
      return stars(found.group("passport"), 1, 3);
    }
    String prefix = found.group("prefix");
    String mobile = found.group("mobile") == null ? found.group("plain") : found.group("mobile");
    return (prefix == null ? "" : prefix) + stars(mobile, 3, 4);
  }

  /** Without what was written between its digits. */
  private static String stars(String written, int first, int last) {
    String number = written.replaceAll("[^0-9A-Za-z]", "");
    return number.substring(0, first)
        + "*".repeat(number.length() - first - last)
        + number.substring(number.length() - last);
  }
}

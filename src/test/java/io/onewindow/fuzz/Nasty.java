package io.onewindow.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** What nobody should write into a field, and somebody does. */
public final class Nasty {

  /** Fits into every text field, as far as its rules allow it. */
  static final List<String> SHORT =
      List.of(
          "",
          " ",
          "\u3000",
          "👩‍👩‍👧",
          "𠮷",
          "㛃䶮",
          "１２３４５",
          "‮文字‬",
          "مؤسسة",
          "王\0明",
          "\u001b[2J",
          "\u0085",
          "\u2028",
          "e\u0301\u0301\u0301\u0301",
          "\ufeff名",
          "\uffff",
          "a\r\nSet-Cookie: x=1",
          "'; drop table ow_case; --",
          "1' or '1'='1",
          "${1+1}",
          "#{execution.id}",
          "${''.getClass()}",
          "{{constructor.constructor('alert(1)')()}}",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "<!ENTITY x SYSTEM 'file:///etc/hostname'>",
          "../../../../etc/passwd",
          "..\\..\\x",
          "%00",
          "%s%n%x",
          "-1",
          "0",
          "NaN",
          "Infinity",
          "1e309",
          "99999999999999999999",
          "0x10",
          "1,5",
          "2026-02-30",
          "2026-13-01T25:61:61",
          "+292278994-08-17T07:12:55Z",
          "-999999999-01-01",
          "null",
          "undefined",
          "true",
          "[]",
          "{}",
          "370921199003078513",
          "91370921MA0000019Y");

  private Nasty() {}

  public static String text(RandomGenerator random) {
    return switch (random.nextInt(12)) {
      case 0 -> "长".repeat(300);
      case 1 -> "x".repeat(5_000);
      case 2 -> new String(Character.toChars(random.nextInt(0x20, 0xD800)));
      default -> SHORT.get(random.nextInt(SHORT.size()));
    };
  }
}

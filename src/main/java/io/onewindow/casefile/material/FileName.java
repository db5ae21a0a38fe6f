package io.onewindow.casefile.material;

import io.onewindow.problem.Problem;
import java.util.List;

/** What a file may be called: a name, never a path, and nothing that reads otherwise than it is. */
final class FileName {

  /** Characters, by code point; a name of such length fits every file system once encoded. */
  private static final int LONGEST = 80;

  private FileName() {}

  /**
   * @throws Problem 400 that says what is wrong with the name
   */
  static String checked(String name) {
    if (name == null || name.isBlank()) {
      throw refusal("不能为空");
    }
    // the length first: the rest is not looked at in a name of a million characters
    if (name.length() > 2 * LONGEST || name.codePointCount(0, name.length()) > LONGEST) {
      throw refusal("不能超过 " + LONGEST + " 个字");
    }
    if (name.chars().anyMatch(c -> c == '/' || c == '\\') || name.startsWith(".")) {
      throw refusal("只应是文件名，不能含有路径");
    }
    if (name.codePoints().anyMatch(FileName::isDeceptive)) {
      throw refusal("含有不可用的控制字符或改变文字方向的字符");
    }
    if (!name.equals(name.strip()) || name.endsWith(".")) {
      throw refusal("首尾不能有空格，末尾不能是句点");
    }
    return name;
  }

  /** Control and format characters, halves of characters, and what is no character. */
  private static boolean isDeceptive(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // joiners are part of some writings and of emoji; all other format characters deceive
      case Character.FORMAT -> character != 0x200C && character != 0x200D;
      default -> false;
    };
  }

  private static Problem refusal(String reason) {
    return Problem.badFields(List.of(new Problem.Field("name", "文件名", reason)));
  }
}

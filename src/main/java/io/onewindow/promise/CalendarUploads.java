package io.onewindow.promise;

import io.onewindow.calendar.CalendarFileKind;
import io.onewindow.department.Departments;
import io.onewindow.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks what accompanies a calendar file: whose it is and which notice it comes from. */
@Component
class CalendarUploads {

  private static final int LONGEST_FILE = 200_000;
  private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s<>\"]{3,900}");

  private final Departments departments;

  CalendarUploads(Departments departments) {
    this.departments = departments;
  }

  /**
   * The upload without blanks at the ends and with empty text as null, complete for its kind.
   *
   * @throws Problem 400 that names every field that is missing or wrong
   * @throws io.onewindow.calendar.CalendarFileException when the heading is unknown
   */
  CalendarUpload complete(CalendarUpload sent) {
    CalendarUpload upload =
        new CalendarUpload(
            sent.csv() == null ? "" : sent.csv(),
            stripped(sent.number()),
            stripped(sent.title()),
            stripped(sent.url()),
            stripped(sent.jurisdiction()),
            sent.effectiveFrom(),
            sent.replace());
    List<Problem.Field> wrong = new ArrayList<>();
    text(wrong, "number", "文号", upload.number(), 64);
    text(wrong, "title", "标题", upload.title(), 255);
    if (upload.csv().isBlank() || upload.csv().length() > LONGEST_FILE) {
      wrong.add(new Problem.Field("csv", "CSV 内容", upload.csv().isBlank() ? "不能为空" : "过长"));
    }
    if (!wrong.isEmpty()) {
      throw Problem.badFields(wrong);
    }
    addressAndPlace(upload, CalendarFileKind.of(upload.csv()));
    return upload;
  }

  /** SHA-256 of the text in UTF-8, hexadecimal. */
  static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void addressAndPlace(CalendarUpload upload, CalendarFileKind kind) {
    boolean national = kind == CalendarFileKind.NATIONAL_YEAR;
    List<Problem.Field> wrong = new ArrayList<>();
    if (upload.url() == null ? national : !WEB_ADDRESS.matcher(upload.url()).matches()) {
      wrong.add(new Problem.Field("url", "网址", "应以 http:// 或 https:// 开头，指向通知原文"));
    }
    if (national && upload.jurisdiction() != null) {
      wrong.add(new Problem.Field("jurisdiction", "辖区", "应留空：放假安排适用于全部辖区"));
    }
    if (!national && upload.jurisdiction() == null) {
      wrong.add(new Problem.Field("jurisdiction", "辖区", "不能为空：" + kind.chinese() + "只适用于一个辖区"));
    }
    if (!wrong.isEmpty()) {
      throw Problem.badFields(wrong);
    }
    if (!national) {
      departments.jurisdiction(upload.jurisdiction());
    }
  }

  private static void text(
      List<Problem.Field> wrong, String key, String label, String value, int longest) {
    if (value == null || value.length() > longest) {
      String reason = value == null ? "不能为空" : "不能超过 " + longest + " 个字";
      wrong.add(new Problem.Field(key, label, reason));
    }
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}

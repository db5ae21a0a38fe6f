package io.onewindow.promise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A made-up notice for 2027; no such document exists. */
final class Notices2027 {

  private Notices2027() {}

  static String csv() {
    try (var in = Notices2027.class.getResourceAsStream("/calendars/fictitious-2027.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static CalendarUpload fictitious() {
    return of(csv(), false);
  }

  static CalendarUpload of(String csv, boolean replace) {
    return new CalendarUpload(
        csv, "虚构〔2026〕0号", "关于2027年的虚构通知", "https://example.org/2027", null, null, replace);
  }

  static CalendarUpload local(String csv, String number, boolean replace) {
    return new CalendarUpload(csv, number, "虚构的本地通知", null, "ningyang", null, replace);
  }
}

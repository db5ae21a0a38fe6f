package io.onewindow.supervision.eventlog;

import io.onewindow.calendar.WorkCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * Something said of a case, an event or an object.
 *
 * @param value as both standards write it
 */
record Attribute(String key, Type type, String value) {

  /** The types that both standards know, in the words of each. */
  enum Type {
    TEXT("string", "string"),
    TIME("date", "time"),
    NUMBER("float", "float"),
    TRUTH("boolean", "boolean");

    private final String xes;
    private final String ocel;

    Type(String xes, String ocel) {
      this.xes = xes;
      this.ocel = ocel;
    }

    String xes() {
      return xes;
    }

    String ocel() {
      return ocel;
    }
  }

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(WorkCalendar.ZONE);
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60_000);

  static Attribute text(String key, String value) {
    return new Attribute(key, Type.TEXT, value);
  }

  static Attribute time(String key, Instant value) {
    return new Attribute(key, Type.TIME, stamp(value));
  }

  /** Minutes, to the thousandth. */
  static Attribute minutes(String key, Duration value) {
    return new Attribute(
        key,
        Type.NUMBER,
        value == null
            ? null
            : BigDecimal.valueOf(value.toMillis())
                .divide(MINUTE, 3, RoundingMode.HALF_UP)
                .toPlainString());
  }

  static Attribute truth(String key, Boolean value) {
    return new Attribute(key, Type.TRUTH, value == null ? null : value.toString());
  }

  /** With the offset of Asia/Shanghai; null for null. */
  static String stamp(Instant instant) {
    return instant == null ? null : STAMP.format(instant);
  }
}

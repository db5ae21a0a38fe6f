package io.onewindow.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants as a clock on a wall in China shows them: 2026-09-18 15:00. */
final class Beijing {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private Beijing() {}

  static Instant at(String wall) {
    return LocalDateTime.parse(wall.replace(' ', 'T')).atZone(ZONE).toInstant();
  }

  static String wall(Instant instant) {
    return WALL.format(instant.atZone(ZONE));
  }
}

package io.onewindow.service.power;

/** The units of capacity; 千瓦 is active and 千伏安 apparent power, so neither turns into the other. */
final class Unit {

  private Unit() {}

  /** The unit's Chinese name. */
  static String name(String unit) {
    return unit.equals("kVA") ? "千伏安" : "千瓦";
  }
}

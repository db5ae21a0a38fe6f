package io.onewindow.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** Makes of a JSON text what is hardly one any more. */
final class Spoiler {

  private static final int KINDS = 18;

  private Spoiler() {}

  /** The bytes as they go over the wire; two times out of three the text itself. */
  static byte[] spoilt(String json, RandomGenerator random) {
    if (random.nextInt(3) > 0) {
      return utf8(json);
    }
    return switch (random.nextInt(KINDS)) {
      case 0 -> utf8(json.substring(0, random.nextInt(json.length() + 1)));
      case 1 -> new byte[0];
      case 2 -> json.getBytes(Charset.forName("GBK"));
      case 3 -> json.getBytes(StandardCharsets.UTF_16);
      case 4 -> json.getBytes(Charset.forName("UTF-32LE"));
      case 5 -> broken(utf8(json), random);
      case 6 -> utf8("[".repeat(10_000) + "]".repeat(10_000));
      case 7 -> utf8("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
      case 8 -> utf8("[" + "0,".repeat(50_000) + "0]");
      case 9 -> utf8(duplicated(json));
      case 10 -> utf8("\ufeff" + json);
      case 11 -> utf8("{\"value\":1e309,\"x\":" + "9".repeat(2_000) + "}");
      case 12 -> utf8("{\"" + "k".repeat(60_000) + "\":1}");
      case 13 -> utf8("{\"name\":\"\\ud800\",\"id\":\"\\u0000\"}");
      case 14 -> utf8("null");
      case 15 -> utf8(json + json);
      case 16 -> utf8("{\"name\":\"" + "x".repeat(1_000_000) + "\"}");
      default ->
          utf8(
              "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM"
                  + " \"file:///etc/passwd\">]><x>&e;</x>");
    };
  }

  /** Each key of the object a second time, with another value. */
  private static String duplicated(String json) {
    return json.startsWith("{") && json.length() > 2
        ? json.substring(0, json.length() - 1) + "," + json.substring(1)
        : json;
  }

  private static byte[] broken(byte[] text, RandomGenerator random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte one : text) {
      out.write(one);
      if (random.nextInt(8) == 0) {
        out.write(random.nextBoolean() ? 0xFF : 0xC0);
      }
    }
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

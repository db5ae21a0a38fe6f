package io.onewindow.commandline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a text file as spreadsheets in China save it: UTF-8, or GB 18030. */
final class TextFile {

  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private TextFile() {}

  /**
   * @throws CommandRefused when there is no such file or it is in neither encoding
   */
  static String read(Path file) {
    byte[] bytes = bytes(file);
    for (Charset encoding : ENCODINGS) {
      try {
        return encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException other) {
        // the next encoding may be right
      }
    }
    throw new CommandRefused("文件 " + file + " 不是 UTF-8 或 GB 18030 编码的文本。");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new CommandRefused("读不到文件 " + file + "。");
    }
  }
}

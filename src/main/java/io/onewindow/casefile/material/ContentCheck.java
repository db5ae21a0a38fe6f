package io.onewindow.casefile.material;

import io.onewindow.problem.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Whether a file is what its name says, whole, and harmless to unpack or to show. */
@Component
class ContentCheck {

  private static final int TAIL = 1024;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] PNG_END = {'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};
  private static final int PNG_WIDTH = 16;

  private final MaterialSettings settings;
  private final ContentScanner scanner;

  ContentCheck(MaterialSettings settings, ContentScanner scanner) {
    this.settings = settings;
    this.scanner = scanner;
  }

  /**
   * @throws Problem 415 when the content is not of that kind or must not be kept
   */
  void check(StagedFile file, FileKind kind) {
    switch (kind) {
      case PDF, PNG, JPEG -> plain(file, kind);
      default -> new ZipCheck(settings, kind).check(file);
    }
    scanner
        .threat(file.path())
        .ifPresent(
            found -> {
              throw Problem.of(415, "file-infected", "文件含有恶意代码（" + found + "），未保存。");
            });
  }

  private void plain(StagedFile file, FileKind kind) {
    try (RandomAccessFile content = new RandomAccessFile(file.path().toFile(), "r")) {
      boolean genuine =
          switch (kind) {
            case PDF -> isPdf(content);
            case PNG -> isPng(content);
            default -> isJpeg(content);
          };
      if (!genuine) {
        throw mismatch(kind);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** ISO 32000: the header at the first byte, the end mark within the last kilobyte. */
  private static boolean isPdf(RandomAccessFile content) throws IOException {
    return text(content, 0, 7).matches("%PDF-[12]\\.")
        && text(content, Math.max(0, content.length() - TAIL), TAIL).contains("%%EOF");
  }

  /** ISO/IEC 15948: signature, IHDR with the size, IEND at the very end. */
  private boolean isPng(RandomAccessFile content) throws IOException {
    long end = content.length() - PNG_END.length;
    if (end < PNG_WIDTH + 8
        || !Arrays.equals(bytes(content, 0, PNG.length), PNG)
        || !Arrays.equals(bytes(content, end, PNG_END.length), PNG_END)) {
      return false;
    }
    content.seek(PNG_WIDTH);
    return isReasonable(content.readInt(), content.readInt());
  }

  /** ITU T.81: markers one after the other from SOI up to the frame, which tells the size. */
  private boolean isJpeg(RandomAccessFile content) throws IOException {
    if (content.length() < 4 || content.readUnsignedShort() != 0xFFD8) {
      return false;
    }
    while (content.length() - content.getFilePointer() > 9) {
      int marker = content.readUnsignedShort();
      int length = content.readUnsignedShort();
      if (marker >> 8 != 0xFF || length < 2) {
        return false;
      }
      if (isFrame(marker & 0xFF)) {
        content.skipBytes(1);
        int height = content.readUnsignedShort();
        return isReasonable(content.readUnsignedShort(), height);
      }
      content.seek(content.getFilePointer() + length - 2);
    }
    return false;
  }

  /** SOF0 to SOF15 without the tables that stand among them: DHT, JPG, DAC. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private boolean isReasonable(int width, int height) {
    if (width <= 0 || height <= 0) {
      return false;
    }
    if ((long) width * height > settings.mostPixels()) {
      throw Problem.of(415, "picture-too-large", "图片的像素过多，请缩小后重新上传。");
    }
    return true;
  }

  private static String text(RandomAccessFile content, long from, int length) throws IOException {
    return new String(bytes(content, from, length), StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(RandomAccessFile content, long from, int length) throws IOException {
    byte[] read = new byte[(int) Math.min(length, content.length() - from)];
    content.seek(from);
    content.readFully(read);
    return read;
  }

  static Problem mismatch(FileKind kind) {
    return Problem.of(415, "content-mismatch", "文件内容不是完整的 " + kind + " 文件，请核对文件没有损坏、扩展名没有改动。");
  }
}

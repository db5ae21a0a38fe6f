package io.onewindow.casefile.material;

import io.onewindow.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * An upload on its way: written to a temporary file that only this process may read, so that no
 * database connection waits for a slow sender and no memory holds the whole. Gone when closed.
 *
 * @param size bytes
 * @param digest SHA-256, hexadecimal
 */
record StagedFile(Path path, long size, String digest) implements AutoCloseable {

  /** Whose file it is, where several applications have one folder for what is temporary. */
  static final String PREFIX = "onewindow-upload-" + ProcessHandle.current().pid() + "-";

  private static final Logger LOG = LoggerFactory.getLogger(StagedFile.class);

  /**
   * @throws Problem 400 for an empty file or a broken transmission, 413 for one that is too large
   */
  static StagedFile receive(InputStream sent, DataSize most) {
    Path path = temporary();
    try {
      StagedFile staged = copy(sent, path, most);
      if (staged.size == 0) {
        throw Problem.badRequest("file-empty", "文件是空的（0 字节），请检查后重新选择。");
      }
      return staged;
    } catch (RuntimeException refused) {
      delete(path);
      throw refused;
    }
  }

  private static StagedFile copy(InputStream sent, Path path, DataSize most) {
    MessageDigest sum = sha256();
    long size = 0;
    try (OutputStream out = Files.newOutputStream(path)) {
      for (byte[] piece = next(sent); piece.length > 0; piece = next(sent)) {
        size += piece.length;
        if (size > most.toBytes()) {
          throw tooLarge(most);
        }
        sum.update(piece);
        out.write(piece);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    return new StagedFile(path, size, HexFormat.of().formatHex(sum.digest()));
  }

  private static byte[] next(InputStream sent) {
    try {
      return sent.readNBytes(ContentStore.CHUNK);
    } catch (IOException broken) {
      throw Problem.badRequest("upload-broken", "上传中断，文件没有保存，请重新上传。");
    }
  }

  static Problem tooLarge(DataSize most) {
    return Problem.of(413, "file-too-large", "文件超过 " + most.toMegabytes() + " MB，请压缩、拆分后重新上传。");
  }

  private static Path temporary() {
    try {
      return Files.createTempFile(PREFIX, ".part");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    delete(path);
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException stuck) {
      LOG.warn("temporary file {} could not be deleted", path, stuck);
    }
  }
}

package io.onewindow.casefile.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Contents in the database: in the same transaction as the case, on every node, outside the web
 * root. Each content is kept once; it is written and read piece by piece, never whole.
 */
@Repository
class ContentStore {

  static final int CHUNK = 512 * 1024;

  private final JdbcClient jdbc;

  ContentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps the content unless it is there already.
   *
   * @throws org.springframework.dao.DuplicateKeyException when somebody else stores the same at the
   *     same moment; then the transaction must be tried again
   */
  void keep(StagedFile staged, Instant at) {
    if (has(staged.digest())) {
      return;
    }
    jdbc.sql("insert into ow_content (digest, size, stored_at) values (?, ?, ?)")
        .params(staged.digest(), staged.size(), Rows.at(at))
        .update();
    try (InputStream in = Files.newInputStream(staged.path())) {
      int number = 0;
      for (byte[] piece = in.readNBytes(CHUNK); piece.length > 0; piece = in.readNBytes(CHUNK)) {
        jdbc.sql("insert into ow_content_chunk (digest, chunk_no, bytes) values (?, ?, ?)")
            .params(staged.digest(), number++, piece)
            .update();
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private boolean has(String digest) {
    return jdbc.sql("select count(*) from ow_content where digest = ?")
            .param(digest)
            .query(Long.class)
            .single()
        > 0;
  }

  /**
   * Writes the content out. The last piece is held back until the digest has proved right: a reader
   * never gets the whole of a content that was changed in the database.
   *
   * @throws IOException when the reader is gone, or the content is not what was handed in
   */
  void write(String digest, OutputStream out) throws IOException {
    MessageDigest sum = StagedFile.sha256();
    int number = 0;
    byte[] piece = piece(digest, number);
    while (piece.length > 0) {
      sum.update(piece);
      byte[] next = piece(digest, ++number);
      if (next.length == 0 && !digest.equals(HexFormat.of().formatHex(sum.digest()))) {
        throw new IOException("content " + digest + " was changed in the database");
      }
      out.write(piece);
      piece = next;
    }
  }

  private byte[] piece(String digest, int number) {
    return jdbc.sql("select bytes from ow_content_chunk where digest = ? and chunk_no = ?")
        .params(digest, number)
        .query((row, index) -> row.getBytes("bytes"))
        .optional()
        .orElse(new byte[0]);
  }
}

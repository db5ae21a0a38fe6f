package io.onewindow.casefile.material;

import io.onewindow.casefile.paper.Vault;
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
 * root. Each content is kept once; it is written and read piece by piece, never whole, and sealed
 * so that a copy of the database shows none of it. What was kept before pieces were sealed is read
 * as it is.
 */
@Repository
class ContentStore {

  static final int CHUNK = 512 * 1024;

  private static final String SAFE = "material";

  private final JdbcClient jdbc;
  private final Vault vault;

  ContentStore(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
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
        byte[] sealed = vault.seal(SAFE, place(staged.digest(), number), piece);
        jdbc.sql(
                "insert into ow_content_chunk (digest, chunk_no, bytes, sealed)"
                    + " values (?, ?, ?, true)")
            .params(staged.digest(), number++, sealed)
            .update();
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is there is locked, so that it does not go with the last other case that had it. */
  private boolean has(String digest) {
    return jdbc.sql("select digest from ow_content where digest = ? for update")
        .param(digest)
        .query(String.class)
        .optional()
        .isPresent();
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

  private byte[] piece(String digest, int number) throws IOException {
    Piece kept =
        jdbc.sql("select bytes, sealed from ow_content_chunk where digest = ? and chunk_no = ?")
            .params(digest, number)
            .query((row, index) -> new Piece(row.getBytes("bytes"), row.getBoolean("sealed")))
            .optional()
            .orElse(new Piece(new byte[0], false));
    try {
      return kept.sealed ? vault.open(SAFE, place(digest, number), kept.bytes) : kept.bytes;
    } catch (IllegalStateException doesNotOpen) {
      throw new IOException("content " + digest + " was changed in the database", doesNotOpen);
    }
  }

  private record Piece(byte[] bytes, boolean sealed) {}

  private static String place(String digest, int number) {
    return digest + " " + number;
  }
}

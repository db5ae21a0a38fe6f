package io.onewindow.casefile.material;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which files belong to which material; written in the caller's transaction. */
@Repository
class MaterialFileStore {

  private final JdbcClient jdbc;

  MaterialFileStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(MaterialFile file) {
    jdbc.sql(
            """
            insert into ow_material_file (id, receipt_no, material_id, name, kind, size, digest,
              uploaded_at, uploaded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            file.id(),
            file.receiptNo(),
            file.materialId(),
            file.name(),
            file.kind().name(),
            file.size(),
            file.digest(),
            Rows.at(file.uploadedAt()),
            file.uploadedBy())
        .update();
  }

  /** The files of a case that count, the first uploaded first. */
  List<MaterialFile> all(String receiptNo) {
    return jdbc.sql(
            "select * from ow_material_file where receipt_no = ? and removed_at is null"
                + " order by uploaded_at, id")
        .param(receiptNo)
        .query(MaterialFileStore::file)
        .list();
  }

  Optional<MaterialFile> find(String receiptNo, String id) {
    return jdbc.sql(
            "select * from ow_material_file"
                + " where receipt_no = ? and id = ? and removed_at is null")
        .params(receiptNo, id)
        .query(MaterialFileStore::file)
        .optional();
  }

  void remove(String id, Instant at, String by) {
    jdbc.sql("update ow_material_file set removed_at = ?, removed_by = ? where id = ?")
        .params(Rows.at(at), by, id)
        .update();
  }

  private static MaterialFile file(ResultSet row, int number) throws SQLException {
    return new MaterialFile(
        row.getString("id"),
        row.getString("receipt_no"),
        row.getString("material_id"),
        row.getString("name"),
        FileKind.valueOf(row.getString("kind")),
        row.getLong("size"),
        row.getString("digest"),
        Rows.instant(row, "uploaded_at"),
        row.getString("uploaded_by"),
        Rows.instant(row, "removed_at"));
  }
}

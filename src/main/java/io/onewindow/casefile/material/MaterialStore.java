package io.onewindow.casefile.material;

import io.onewindow.calendar.LimitUnit;
import io.onewindow.calendar.Term;
import io.onewindow.casefile.paper.Vault;
import io.onewindow.engine.CallOrigin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of materials and its history; written in the caller's transaction. */
@Repository
class MaterialStore {

  private static final String STATEMENT = "ow_material.statement";
  private static final String NOTE = "ow_material_event.note";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Vault vault;
  private final CallOrigin origin;

  MaterialStore(JdbcClient jdbc, JdbcTemplate batches, Vault vault, CallOrigin origin) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.vault = vault;
    this.origin = origin;
  }

  /** Enters what a case has to bring, in this order. */
  void add(String receiptNo, List<MaterialRule> rules) {
    List<Object[]> rows = new ArrayList<>();
    for (MaterialRule rule : rules) {
      rows.add(
          new Object[] {
            receiptNo,
            rule.materialId(),
            rows.size(),
            rule.name(),
            rule.requirement().name(),
            rule.term() == null ? null : rule.term().value(),
            rule.term() == null ? null : rule.term().unit().name(),
            rule.basisId(),
            rule.sourceId(),
            rule.inheritedFrom(),
            MaterialState.MISSING.name(),
            false
          });
    }
    batches.batchUpdate(
        """
        insert into ow_material (receipt_no, material_id, list_order, name, requirement,
          term_value, term_unit, basis_id, source_id, inherited_from, state, due_provisional)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  List<Material> all(String receiptNo) {
    return jdbc.sql("select * from ow_material where receipt_no = ? order by list_order")
        .param(receiptNo)
        .query(this::material)
        .list();
  }

  Optional<Material> find(String receiptNo, String materialId) {
    return jdbc.sql("select * from ow_material where receipt_no = ? and material_id = ?")
        .params(receiptNo, materialId)
        .query(this::material)
        .optional();
  }

  void save(Material material) {
    jdbc.sql(
            """
            update ow_material set state = ?, acted_at = ?, acted_by = ?, statement = ?,
              signed_by = ?, due_at = ?, due_provisional = ?, fulfilled_at = ?, fulfilled_by = ?
            where receipt_no = ? and material_id = ?
            """)
        .params(
            material.state().name(),
            Rows.at(material.actedAt()),
            material.actedBy(),
            vault.seal(STATEMENT, material.statement()),
            material.signedBy(),
            Rows.at(material.dueAt()),
            material.dueProvisional(),
            Rows.at(material.fulfilledAt()),
            material.fulfilledBy(),
            material.receiptNo(),
            material.materialId())
        .update();
  }

  /**
   * Notes what happened, and from where.
   *
   * @param fileId null when it concerns no file
   * @param kind what happened, in one word
   */
  void note(Material material, String fileId, String kind, Instant at, String actor, String note) {
    jdbc.sql(
            """
            insert into ow_material_event
              (id, receipt_no, material_id, file_id, kind, happened_at, actor, note, face,
                address)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            UUID.randomUUID().toString(),
            material.receiptNo(),
            material.materialId(),
            fileId,
            kind,
            Rows.at(at),
            actor,
            vault.seal(NOTE, note),
            origin.face(),
            origin.address())
        .update();
  }

  private Material material(ResultSet row, int number) throws SQLException {
    String unit = row.getString("term_unit");
    return new Material(
        row.getString("receipt_no"),
        row.getString("material_id"),
        row.getString("name"),
        Requirement.valueOf(row.getString("requirement")),
        unit == null ? null : new Term(row.getInt("term_value"), LimitUnit.valueOf(unit)),
        row.getString("basis_id"),
        row.getString("source_id"),
        row.getString("inherited_from"),
        MaterialState.valueOf(row.getString("state")),
        Rows.instant(row, "acted_at"),
        row.getString("acted_by"),
        vault.open(STATEMENT, row.getString("statement")),
        row.getString("signed_by"),
        Rows.instant(row, "due_at"),
        row.getBoolean("due_provisional"),
        Rows.instant(row, "fulfilled_at"),
        row.getString("fulfilled_by"));
  }
}

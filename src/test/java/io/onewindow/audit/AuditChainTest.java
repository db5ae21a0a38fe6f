package io.onewindow.audit;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.onewindow.audit.Verdict.Fault;
import io.onewindow.casefile.paper.PaperKeys;
import io.onewindow.database.OnBothDatabases;
import io.onewindow.database.TestDatabase;
import io.onewindow.story.Hall;
import io.onewindow.story.StoryTest;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The record of a case, and what becomes of it when somebody goes behind the application's back.
 */
@StoryTest
@OnBothDatabases
class AuditChainTest {

  private static final String INSERT_AT =
      "insert into ow_audit (id, event, face, happened_at, entry_no) overriding system value values ";

  @Autowired private Hall hall;
  @Autowired private AuditChain chain;
  @Autowired private SealStore store;
  @Autowired private PaperKeys keys;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @AfterEach
  void closeTheHall() {
    hall.closes();
  }

  private ProcessInstance aCaseIsAccepted() {
    hall.itIs("2026-09-15T09:00");
    ProcessInstance theCase = hall.starts("hkClerk", "company-registration", tradingCompany());
    hall.completes("hkClerk", theCase, "审查申请材料", Map.of("materialsDecision", "complete"));
    return theCase;
  }

  private void seal() {
    while (chain.sealSome()) {
      // until nothing is left
    }
  }

  @Test
  void tellsWhoDidWhatAndWhen() {
    ProcessInstance theCase = aCaseIsAccepted();
    List<String> events =
        jdbc.sql("select event from ow_audit where receipt_no = ? order by entry_no")
            .param(theCase.getBusinessKey())
            .query(String.class)
            .list();
    assertThat(events).startsWith("CASE_RECEIVED").contains("TASK_COMPLETED", "CASE_ACCEPTED");
    assertThat(
            jdbc.sql("select actor from ow_audit where receipt_no = ? and event = 'TASK_COMPLETED'")
                .param(theCase.getBusinessKey())
                .query(String.class)
                .single())
        .isEqualTo("hkClerk");
  }

  @Test
  void holdsWhileNobodyTouchesIt() {
    aCaseIsAccepted();
    seal();
    Verdict first = chain.verify(null);
    assertThat(first.holds()).isTrue();
    assertThat(first.seals()).isPositive();
    aCaseIsAccepted();
    seal();
    Verdict later = chain.verify(first.last());
    assertThat(later.holds()).isTrue();
    assertThat(later.seals()).isGreaterThan(first.seals());
    assertThat(chain.verify("f".repeat(64)).fault()).isEqualTo(Fault.END_REMOVED);
  }

  @Test
  void namesTheFirstRowThatWasChangedOrRemoved() {
    aCaseIsAccepted();
    seal();
    List<String> rows =
        jdbc.sql("select id from ow_audit order by entry_no desc").query(String.class).list();
    String row = rows.get(2);
    behindTheBack(
        "update ow_audit set actor = 'somebodyElse' where id = '" + row + "'",
        verdict -> {
          assertThat(verdict.fault()).isEqualTo(Fault.ROW_CHANGED);
          assertThat(verdict.rowId()).isEqualTo(row);
          assertThat(verdict.table()).isEqualTo("ow_audit");
        });
    behindTheBack(
        "delete from ow_audit where id = '" + row + "'",
        verdict -> assertThat(verdict.fault()).isEqualTo(Fault.ROW_REMOVED));
    behindTheBack(
        "delete from ow_audit_seal where row_id = '" + row + "'",
        verdict -> assertThat(verdict.fault()).isEqualTo(Fault.SEAL_REMOVED));
    assertThat(chain.verify(null).holds()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void namesTheRowOfEachRecordThatWasChangedOrRemoved(Source source) {
    String row = aRowOf(source);
    seal();
    for (String column : changeable(source)) {
      behindTheBack(
          "update " + source.table() + " set " + column + " = 'other' where id = '" + row + "'",
          verdict -> {
            assertThat(verdict.fault()).as(column).isEqualTo(Fault.ROW_CHANGED);
            assertThat(verdict.table()).isEqualTo(source.table());
            assertThat(verdict.rowId()).isEqualTo(row);
          });
    }
    behindTheBack(
        "delete from " + source.table() + " where id = '" + row + "'",
        verdict -> {
          assertThat(verdict.fault()).isEqualTo(Fault.ROW_REMOVED);
          assertThat(verdict.table()).isEqualTo(source.table());
          assertThat(verdict.rowId()).isEqualTo(row);
        });
    assertThat(chain.verify(null).holds()).isTrue();
  }

  /** With every text filled, so that each can be told from what it was. */
  private String aRowOf(Source source) {
    return aRowOf(source, changeable(source));
  }

  private String aRowOf(Source source, List<String> texts) {
    return aRowOf(source, texts, OffsetDateTime.parse("2026-09-15T01:00:00Z"));
  }

  private String aRowOf(Source source, List<String> texts, OffsetDateTime at) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into %s (id, happened_at, %s) values (?, ?, %s)"
                .formatted(
                    source.table(),
                    String.join(", ", texts),
                    String.join(", ", Collections.nCopies(texts.size(), "'one'"))))
        .params(id, at)
        .update();
    return id;
  }

  private static List<String> changeable(Source source) {
    return source.columnNames().stream()
        .filter(column -> !column.equals("id") && !column.matches(".*_(at|due)"))
        .toList();
  }

  @Test
  void holdsForWhatWasSealedBeforeWhereFromWasKnown() {
    transaction.executeWithoutResult(
        status -> {
          seal();
          Verdict before = chain.verify(null);
          String id = aRowOf(Source.MATERIALS);
          SealedRow row =
              store.unsealed(Source.MATERIALS, 1).stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow();
          assertThat(row.earlierText())
              .isEqualTo(
                  "36:"
                      + id
                      + "\n3:one\n3:one\n3:one\n3:one\n20:2026-09-15T01:00:00Z\n3:one\n3:one");
          assertThat(row.text()).isEqualTo(row.earlierText() + "\nface=3:one\naddress=3:one");
          long seq = before.seals() + 1;
          String link =
              String.join(
                  "\n",
                  String.valueOf(seq),
                  before.last(),
                  "ow_material_event",
                  String.valueOf(row.entryNo()),
                  row.earlierText());
          String hash = HexFormat.of().formatHex(keys.sign("audit-seal", link));
          store.add(List.of(new Seal(seq, Source.MATERIALS, row.entryNo(), id, hash)));
          assertThat(chain.verify(null)).isEqualTo(Verdict.whole(seq, hash, 0, List.of()));
          status.setRollbackOnly();
        });
  }

  /** Where it came from cannot be made up afterwards for what came from nowhere. */
  @Test
  void namesARowThatWasFilledLater() {
    String row = aRowOf(Source.CLOCKS, List.of("process_instance_id", "clock_id", "kind", "actor"));
    seal();
    for (String column : Source.CLOCKS.laterColumns()) {
      behindTheBack(
          "update ow_clock_event set " + column + " = 'other' where id = '" + row + "'",
          verdict -> {
            assertThat(verdict.fault()).as(column).isEqualTo(Fault.ROW_CHANGED);
            assertThat(verdict.rowId()).isEqualTo(row);
          });
    }
    assertThat(chain.verify(null).holds()).isTrue();
  }

  /** Whoever inserts a row must not rely on nobody looking for its seal. */
  @ParameterizedTest
  @EnumSource
  void namesTheRowsOfEachRecordThatShouldHaveASeal(Source source) {
    transaction.executeWithoutResult(
        status -> {
          hall.itIs("2026-09-15T09:00");
          seal();
          hall.itIs("2026-09-15T15:00");
          inserted(source, "2026-09-15T14:55+08:00");
          Verdict young = chain.verify(null);
          assertThat(young.holds()).isTrue();
          assertThat(young.waiting()).isEqualTo(1);
          String first = inserted(source, "2026-09-15T12:00+08:00");
          inserted(source, "2026-09-16T12:00+08:00");
          Verdict late = chain.verify(null);
          assertThat(late.holds()).isFalse();
          assertThat(late.fault()).as("the chain itself").isNull();
          assertThat(late.waiting()).isEqualTo(1);
          assertThat(late.overdue()).containsExactly(new Verdict.Overdue(source.table(), 2, first));
          seal();
          assertThat(chain.verify(null).holds()).as("told apart no more").isTrue();
          status.setRollbackOnly();
        });
  }

  /** Where the nodes stopped or a copy was made, the last seconds wait for a node. */
  @Test
  void takesTheLastRowsBeforeAllStoppedForWaiting() {
    transaction.executeWithoutResult(
        status -> {
          hall.itIs("2026-09-15T09:00");
          aRowOf(Source.ACTS);
          seal();
          inserted(Source.EVENTS, "2026-09-15T09:00:04+08:00");
          hall.itIs("2026-09-20T09:00");
          Verdict verdict = chain.verify(null);
          assertThat(verdict.holds()).isTrue();
          assertThat(verdict.waiting()).isEqualTo(1);
          status.setRollbackOnly();
        });
  }

  /** Into a gap so far back that nobody looks there for what is to be sealed. */
  @Test
  void namesARowThatWasInsertedTooFarBackEverToBeSealed() {
    transaction.executeWithoutResult(
        status -> {
          hall.itIs("2026-09-15T09:00");
          seal();
          long last =
              jdbc.sql("select coalesce(max(entry_no), 0) from ow_audit")
                  .query(Long.class)
                  .single();
          jdbc.sql(INSERT_AT + "('last', 'X', 'api', ?, ?)")
              .params(OffsetDateTime.parse("2026-09-15T09:00+08:00"), last + 20_001)
              .update();
          seal();
          for (long back : List.of(last + 10_001, last + 10_002)) {
            jdbc.sql(INSERT_AT + "(?, 'X', 'api', ?, ?)")
                .params("back" + back, OffsetDateTime.parse("2026-09-15T09:00+08:00"), back)
                .update();
          }
          seal();
          Verdict verdict = chain.verify(null);
          assertThat(verdict.holds()).isFalse();
          assertThat(verdict.waiting()).isZero();
          assertThat(verdict.overdue())
              .containsExactly(new Verdict.Overdue("ow_audit", 1, "back" + (last + 10_001)));
          status.setRollbackOnly();
        });
  }

  private String inserted(Source source, String at) {
    return aRowOf(source, changeable(source), OffsetDateTime.parse(at));
  }

  /** As the database's own administrator, who can switch its guard off; undone afterwards. */
  private void behindTheBack(String sql, java.util.function.Consumer<Verdict> then) {
    transaction.executeWithoutResult(
        status -> {
          if (TestDatabase.isPostgres()) {
            jdbc.sql("set local session_replication_role = replica").update();
          }
          assertThat(jdbc.sql(sql).update()).isEqualTo(1);
          then.accept(chain.verify(null));
          status.setRollbackOnly();
        });
  }

  @Test
  void cannotBeChangedByTheApplicationItself() {
    assumeThat(TestDatabase.isPostgres()).as("H2 is not kept from change").isTrue();
    aCaseIsAccepted();
    seal();
    for (String table :
        List.of("ow_audit", "ow_audit_seal", "ow_action", "ow_clock_event", "ow_material_event")) {
      String any = table.equals("ow_audit_seal") ? "row_id" : "id";
      for (String sql :
          List.of(
              "update " + table + " set " + any + " = " + any,
              "delete from " + table,
              "truncate " + table)) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
            .as(sql)
            .isInstanceOf(DataAccessException.class)
            .rootCause()
            .hasMessageContaining("append-only");
      }
    }
  }
}

package io.onewindow.casefile.material;

import io.onewindow.calendar.Deadline;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import io.onewindow.promise.HallCalendars;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of a case's materials, and what can be done with one: hand it in, commit to it,
 * defer it, find it by sharing, fulfil what is outstanding; and, until the case is accepted, take
 * each back. Who may do so is asked before, at the face that people use.
 */
@Component
public class Materials {

  private static final int LONGEST_STATEMENT = 1000;
  private static final int LONGEST_NAME = 50;

  private final MaterialStore store;
  private final MaterialFileStore files;
  private final MaterialUploads uploads;
  private final MaterialRules rules;
  private final HallCalendars calendars;
  private final Callers callers;
  private final Clock time;
  private final ApplicationEventPublisher happenings;

  Materials(
      MaterialStore store,
      MaterialFileStore files,
      MaterialUploads uploads,
      MaterialRules rules,
      HallCalendars calendars,
      Callers callers,
      Clock time,
      ApplicationEventPublisher happenings) {
    this.store = store;
    this.files = files;
    this.uploads = uploads;
    this.rules = rules;
    this.calendars = calendars;
    this.callers = callers;
    this.time = time;
    this.happenings = happenings;
  }

  /** The register in the order of the list; empty for a service without one. */
  public List<Material> list(String receiptNo) {
    return store.all(receiptNo);
  }

  /** What the applicant must still supply: neither handed in, nor committed to, nor deferred. */
  public List<Material> missing(String receiptNo) {
    return list(receiptNo).stream().filter(Material::isMissing).toList();
  }

  /** The files that were handed in and not taken back. */
  public List<MaterialFile> files(String receiptNo) {
    return files.all(receiptNo);
  }

  /**
   * Keeps a file and marks its material as handed in, or as fulfilled where it was outstanding. The
   * same content again for the same material is the same file.
   *
   * @throws Problem 400, 413 or 415 when the file is refused, 409 when the case is closed
   */
  public MaterialFile submit(
      String receiptNo, String materialId, String name, InputStream content) {
    return uploads.keep(receiptNo, materialId, name, content, caller(), this::handedIn);
  }

  /**
   * The same for the applicant, who is not signed in and whose query code was checked before; what
   * the government shares is not taken from applicants.
   *
   * @throws Problem as {@link #submit}, and 409 for a material that must not be asked for
   */
  public MaterialFile submitByApplicant(
      String receiptNo, String materialId, String name, InputStream content) {
    MaterialRules.refuseShared(rules.material(receiptNo, materialId));
    return uploads.keep(receiptNo, materialId, name, content, null, this::handedIn);
  }

  /**
   * A paper was handed in at the window; nothing is uploaded.
   *
   * @param note what it is, null for no remark
   */
  @Transactional
  public void submitPaper(String receiptNo, String materialId, String note) {
    MaterialRules.optionalText("note", "说明", note, LONGEST_STATEMENT);
    Material material = rules.toHandIn(receiptNo, materialId);
    handedIn(material, note == null ? "纸质材料" : note, caller());
  }

  /** 告知承诺: the applicant's signed word takes the material's place for a time. */
  @Transactional
  public void commit(String receiptNo, String materialId, String statement, String signedBy) {
    MaterialRules.text("statement", "承诺内容", statement, LONGEST_STATEMENT);
    MaterialRules.text("signedBy", "承诺人", signedBy, LONGEST_NAME);
    Material material = rules.missing(receiptNo, materialId, Requirement.COMMITMENT);
    outstanding(material, MaterialState.COMMITTED, statement, signedBy);
  }

  /** 容缺: the material may come in later. */
  @Transactional
  public void defer(String receiptNo, String materialId, String reason) {
    MaterialRules.text("reason", "容缺理由", reason, LONGEST_STATEMENT);
    Material material = rules.missing(receiptNo, materialId, Requirement.DEFERRABLE);
    outstanding(material, MaterialState.DEFERRED, reason, null);
  }

  /** The material was found where the government has it. */
  @Transactional
  public void share(String receiptNo, String materialId, String found) {
    MaterialRules.text("found", "核验结果", found, LONGEST_STATEMENT);
    Material material = rules.missing(receiptNo, materialId, Requirement.SHARED);
    save(material.in(MaterialState.SHARED, now(), caller(), found), "SHARED", found);
  }

  /** What was committed to or deferred came in on paper; an upload fulfils by itself. */
  @Transactional
  public void fulfil(String receiptNo, String materialId, String note) {
    MaterialRules.optionalText("note", "说明", note, LONGEST_STATEMENT);
    fulfilled(rules.outstanding(receiptNo, materialId), note == null ? "纸质材料" : note, caller());
  }

  /** Takes back whatever was done with the material, its files included; only before acceptance. */
  @Transactional
  public void revert(String receiptNo, String materialId) {
    Material material = rules.toRevert(receiptNo, materialId);
    files.all(receiptNo).stream()
        .filter(file -> file.materialId().equals(materialId))
        .forEach(file -> files.remove(file.id(), now(), caller()));
    Material missing = material.in(MaterialState.MISSING, null, null, null);
    save(missing, "REVERTED", null);
    boolean promised =
        material.state() == MaterialState.COMMITTED || material.state() == MaterialState.DEFERRED;
    if (promised) {
      happened(MaterialHappened.Kind.REVERTED, missing, caller());
    }
  }

  /** Takes back one file; the material without its last file is missing again. */
  @Transactional
  public void withdraw(String receiptNo, String fileId) {
    MaterialFile file = rules.file(files.find(receiptNo, fileId));
    Material material = rules.toRevert(receiptNo, file.materialId());
    long others =
        files.all(receiptNo).stream()
            .filter(other -> other.materialId().equals(file.materialId()))
            .filter(other -> !other.id().equals(fileId))
            .count();
    if (others == 0) {
      revert(receiptNo, file.materialId());
    } else {
      files.remove(fileId, now(), caller());
      store.note(material, fileId, "WITHDRAWN", now(), caller(), file.name());
    }
  }

  private void handedIn(Material material, String note, String by) {
    if (material.isOutstanding()) {
      fulfilled(material, note, by);
    } else if (material.state() == MaterialState.MISSING) {
      save(material.in(MaterialState.SUBMITTED, now(), by, note), "SUBMITTED", note);
    }
  }

  private void outstanding(
      Material material, MaterialState state, String statement, String signedBy) {
    CaseRecord file = rules.open(material.receiptNo());
    Deadline due = calendars.of(file.jurisdiction()).deadline(now(), material.term());
    Material promised =
        material
            .in(state, now(), caller(), statement)
            .dueAt(due.due(), due.provisional(), signedBy);
    save(promised, state.name(), statement);
    happened(MaterialHappened.Kind.valueOf(state.name()), promised, caller());
  }

  private void fulfilled(Material material, String note, String by) {
    Material fulfilled = material.fulfilled(now(), by);
    save(fulfilled, "FULFILLED", note);
    happened(MaterialHappened.Kind.FULFILLED, fulfilled, by);
  }

  private void save(Material material, String event, String note) {
    store.save(material);
    store.note(material, null, event, now(), caller(), note);
  }

  private void happened(MaterialHappened.Kind kind, Material material, String by) {
    happenings.publishEvent(new MaterialHappened(kind, material, now(), by));
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String caller() {
    return callers.current().map(Caller::id).orElse(null);
  }
}

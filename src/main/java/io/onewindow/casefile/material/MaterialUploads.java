package io.onewindow.casefile.material;

import io.onewindow.problem.Problem;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files in: receives, checks, and only then stores them, in one transaction with the case.
 */
@Component
class MaterialUploads {

  /** What becomes of the material whose file has come in; in the same transaction. */
  interface HandingIn {
    void of(Material material, String note, String by);
  }

  private final MaterialStore store;
  private final MaterialFileStore files;
  private final ContentStore contents;
  private final ContentCheck check;
  private final MaterialRules rules;
  private final MaterialSettings settings;
  private final TransactionTemplate transaction;
  private final Clock time;

  MaterialUploads(
      MaterialStore store,
      MaterialFileStore files,
      ContentStore contents,
      ContentCheck check,
      MaterialRules rules,
      MaterialSettings settings,
      TransactionTemplate transaction,
      Clock time) {
    this.store = store;
    this.files = files;
    this.contents = contents;
    this.check = check;
    this.rules = rules;
    this.settings = settings;
    this.transaction = transaction;
    this.time = time;
  }

  MaterialFile keep(
      String receiptNo,
      String materialId,
      String name,
      InputStream sent,
      String by,
      HandingIn then) {
    FileKind kind = kind(FileName.checked(name));
    // asked before a byte is read, and again when the file is there
    transaction.executeWithoutResult(status -> rules.toHandIn(receiptNo, materialId));
    try (StagedFile staged = StagedFile.receive(sent, settings.largestFile())) {
      check.check(staged, kind);
      MaterialFile file =
          new MaterialFile(
              UUID.randomUUID().toString(),
              receiptNo,
              materialId,
              name,
              kind,
              staged.size(),
              staged.digest(),
              now(),
              by,
              null);
      return stored(file, staged, then);
    }
  }

  private MaterialFile stored(MaterialFile file, StagedFile staged, HandingIn then) {
    try {
      return transaction.execute(status -> store(file, staged, then));
    } catch (DuplicateKeyException sameMoment) {
      // somebody else has just stored the same content: this time it is found there
      return transaction.execute(status -> store(file, staged, then));
    }
  }

  private MaterialFile store(MaterialFile file, StagedFile staged, HandingIn then) {
    contents.keep(staged, file.uploadedAt());
    Material material = rules.toHandIn(file.receiptNo(), file.materialId());
    List<MaterialFile> already = files.all(file.receiptNo());
    Optional<MaterialFile> same =
        already.stream()
            .filter(other -> other.materialId().equals(file.materialId()))
            .filter(other -> other.digest().equals(file.digest()))
            .findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    refuseTooMuch(already, file);
    files.add(file);
    store.note(material, file.id(), "UPLOADED", file.uploadedAt(), file.uploadedBy(), file.name());
    then.of(material, null, file.uploadedBy());
    return file;
  }

  private void refuseTooMuch(List<MaterialFile> already, MaterialFile file) {
    long size = already.stream().mapToLong(MaterialFile::size).sum() + file.size();
    if (size > settings.largestCase().toBytes()) {
      throw Problem.of(
          413,
          "case-too-large",
          "本办件的文件合计不能超过 " + settings.largestCase().toMegabytes() + " MB，本文件没有保存。");
    }
    if (already.size() >= settings.mostFiles()) {
      throw Problem.of(413, "too-many-files", "本办件的文件不能超过 " + settings.mostFiles() + " 个，本文件没有保存。");
    }
  }

  private FileKind kind(String name) {
    return FileKind.named(name)
        .filter(settings.kinds()::contains)
        .orElseThrow(
            () -> Problem.of(415, "file-type-refused", "不接受这种类型的文件，请上传 " + accepted() + " 文件。"));
  }

  /** Endings of names that are accepted, for people. */
  String accepted() {
    return settings.kinds().stream()
        .flatMap(kind -> kind.endings().stream())
        .map(ending -> ending.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining("、"));
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}

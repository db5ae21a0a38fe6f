package io.onewindow.casefile.material;

import io.onewindow.calendar.WorkCalendar;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.department.Departments;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the register, the files and their sources together for a reader. */
@Component
class MaterialViews {

  private final Materials materials;
  private final MaterialRegister register;
  private final CreditRecords credit;
  private final MaterialSettings settings;
  private final Sources sources;
  private final Departments departments;
  private final Clock time;

  MaterialViews(
      Materials materials,
      MaterialRegister register,
      CreditRecords credit,
      MaterialSettings settings,
      Sources sources,
      Departments departments,
      Clock time) {
    this.materials = materials;
    this.register = register;
    this.credit = credit;
    this.settings = settings;
    this.sources = sources;
    this.departments = departments;
    this.time = time;
  }

  MaterialsView of(CaseRecord file, boolean mayHandle) {
    List<MaterialFile> files = materials.files(file.receiptNo());
    return new MaterialsView(
        file.receiptNo(),
        file.subject(),
        mayHandle,
        register.applicantId(file).map(credit::count).orElse(0),
        limits(),
        materials.list(file.receiptNo()).stream()
            .map(material -> line(file, material, files, mayHandle))
            .toList());
  }

  private MaterialsView.Limits limits() {
    return new MaterialsView.Limits(
        settings.kinds().stream().flatMap(kind -> kind.endings().stream()).toList(),
        settings.largestFile().toBytes(),
        settings.largestCase().toBytes());
  }

  private MaterialsView.Line line(
      CaseRecord file, Material material, List<MaterialFile> files, boolean mayHandle) {
    return new MaterialsView.Line(
        material.materialId(),
        material.name(),
        material.requirement().name(),
        material.requirement().label(),
        material.state().name(),
        stateName(material),
        material.term() == null ? null : material.term().chinese(),
        sources.citation(material.basisId()),
        sources.citation(material.sourceId()),
        material.inheritedFrom() == null
            ? null
            : departments.jurisdiction(material.inheritedFrom()).name(),
        local(material.actedAt()),
        material.actedBy(),
        material.statement(),
        material.signedBy(),
        local(material.dueAt()),
        material.dueProvisional(),
        material.isOutstanding() && time.instant().isAfter(material.dueAt()),
        local(material.fulfilledAt()),
        material.fulfilledBy(),
        commitment(material),
        mayHandle ? MaterialAct.open(file, material) : List.of(),
        mayHandle && MaterialAct.isUploadOpen(file, material),
        files.stream()
            .filter(one -> one.materialId().equals(material.materialId()))
            .map(MaterialViews::file)
            .toList());
  }

  private static String stateName(Material material) {
    if (material.fulfilledAt() != null) {
      return material.state().label() + "，已补交";
    }
    boolean toBeShared =
        material.state() == MaterialState.MISSING && material.requirement() == Requirement.SHARED;
    return toBeShared ? "待共享核验" : material.state().label();
  }

  /** The wording is ours; the applicant may word it otherwise. */
  private static String commitment(Material material) {
    return material.requirement() == Requirement.COMMITMENT
        ? "本人（本单位）已知悉“%s”的要求，承诺所述情况属实，并在%s内提交该材料；逾期未提交或者承诺不实的，愿意承担相应的法律责任并记入信用记录。"
            .formatted(material.name(), material.term().chinese())
        : null;
  }

  static MaterialsView.File file(MaterialFile file) {
    return new MaterialsView.File(
        file.id(),
        file.name(),
        file.kind().name(),
        file.size(),
        file.kind().isShown(),
        file.digest(),
        local(file.uploadedAt()),
        file.uploadedBy());
  }

  static OffsetDateTime local(Instant instant) {
    return instant == null ? null : instant.atZone(WorkCalendar.ZONE).toOffsetDateTime();
  }
}

package io.onewindow.casefile.progress;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseNotice;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.MaskedName;
import io.onewindow.casefile.ServiceNames;
import io.onewindow.casefile.Supplements;
import io.onewindow.casefile.material.MaterialFile;
import io.onewindow.casefile.material.Materials;
import io.onewindow.casefile.paper.ApplicantsPapers;
import io.onewindow.casefile.progress.ProgressView.MissingMaterial;
import io.onewindow.casefile.progress.ProgressView.PaperPart;
import io.onewindow.casefile.progress.ProgressView.RatingPart;
import io.onewindow.casefile.progress.ProgressView.SupplementPart;
import io.onewindow.casefile.rating.Rating;
import io.onewindow.casefile.rating.Ratings;
import io.onewindow.department.Departments;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what an applicant sees of a case. */
@Component
class ProgressViews {

  private final CaseSteps steps;
  private final ProgressClock clock;
  private final CaseFile files;
  private final Supplements supplements;
  private final Ratings ratings;
  private final ServiceNames services;
  private final Departments departments;
  private final Materials materials;
  private final ApplicantsPapers papers;
  private final Clock time;

  ProgressViews(
      CaseSteps steps,
      ProgressClock clock,
      CaseFile files,
      Supplements supplements,
      Ratings ratings,
      ServiceNames services,
      Departments departments,
      Materials materials,
      ApplicantsPapers papers,
      Clock time) {
    this.steps = steps;
    this.clock = clock;
    this.files = files;
    this.supplements = supplements;
    this.ratings = ratings;
    this.services = services;
    this.departments = departments;
    this.materials = materials;
    this.papers = papers;
    this.time = time;
  }

  ProgressView of(CaseRecord file) {
    return new ProgressView(
        file.receiptNo(),
        services.of(file.service()),
        departments.jurisdiction(file.jurisdiction()).name(),
        MaskedName.of(file.applicantName()),
        file.subject(),
        file.state().name(),
        file.state().label(),
        Moments.local(time.instant()),
        Phases.of(file, steps.of(file)),
        clock.of(file),
        clock.pauses(file),
        clock.extensions(file),
        files.notice(file.receiptNo()).map(this::supplement).orElse(null),
        papers(file),
        file.closedAt() == null ? null : rating(file));
  }

  private SupplementPart supplement(CaseNotice notice) {
    String receiptNo = notice.receiptNo();
    boolean open = supplements.isAwaited(receiptNo);
    return new SupplementPart(
        notice.noticeNo(),
        Moments.local(notice.issuedAt()),
        notice.items().lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
        open,
        open ? missing(receiptNo) : List.of(),
        open ? handedIn(receiptNo) : List.of());
  }

  private List<MissingMaterial> missing(String receiptNo) {
    return materials.missing(receiptNo).stream()
        .map(material -> new MissingMaterial(material.materialId(), material.name()))
        .toList();
  }

  private List<String> handedIn(String receiptNo) {
    return materials.files(receiptNo).stream().map(MaterialFile::name).toList();
  }

  private List<PaperPart> papers(CaseRecord file) {
    return papers.of(file.receiptNo()).stream()
        .map(paper -> new PaperPart(paper.paperNo(), paper.title(), paper.issuedAt()))
        .toList();
  }

  private RatingPart rating(CaseRecord file) {
    Optional<Rating> given = ratings.find(file.receiptNo());
    return new RatingPart(
        ratings.isOpen(file),
        Moments.local(ratings.until(file)),
        given.map(one -> one.grade().value()).orElse(null),
        given.map(one -> one.grade().label()).orElse(null),
        given.map(Rating::remark).orElse(null),
        given.map(one -> Moments.local(one.ratedAt())).orElse(null),
        given.map(Rating::isAwaitingAnswer).orElse(false),
        given.map(Rating::answer).orElse(null),
        given.map(one -> Moments.local(one.answeredAt())).orElse(null));
  }
}

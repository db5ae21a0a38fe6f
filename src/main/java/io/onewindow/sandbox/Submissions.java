package io.onewindow.sandbox;

import io.onewindow.casefile.material.Material;
import io.onewindow.casefile.material.Materials;
import io.onewindow.casefile.material.Requirement;
import io.onewindow.sandbox.Exercise.Fault;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What scripted applicants upload: first with the planted faults, then as a notice asks. */
@Component
@Profile("sandbox")
class Submissions {

  private static final String FIRST = "首次提交";
  private static final String ANSWER = "补正";

  private final Materials materials;
  private final Sheets sheets;

  Submissions(Materials materials, Sheets sheets) {
    this.materials = materials;
    this.sheets = sheets;
  }

  /** Everything but what is missing and what the government has. */
  void first(Drill drill, DrillCase theCase) {
    for (Material one : materials.list(theCase.receiptNo())) {
      Optional<Fault> fault =
          theCase.applicant().faults().stream()
              .filter(planted -> planted.material().equals(one.materialId()))
              .findFirst();
      if (one.requirement() != Requirement.SHARED && fault.filter(Fault::isMissing).isEmpty()) {
        bring(theCase, one, fault.map(Fault::lines).orElseGet(() -> sound(drill, one)), FIRST);
      }
    }
  }

  /** A sound sheet for each fault that the notice names, and nothing else. */
  NoticeReading answer(Drill drill, DrillCase theCase, String items) {
    List<Material> register = materials.list(theCase.receiptNo());
    NoticeReading reading =
        NoticeReading.of(items, theCase.applicant().faults(), drill.exercise(), register);
    for (Fault told : reading.told()) {
      register.stream()
          .filter(one -> one.materialId().equals(told.material()))
          .forEach(one -> bring(theCase, one, sound(drill, one), ANSWER));
    }
    return reading;
  }

  private static List<String> sound(Drill drill, Material material) {
    Exercise.Sheet sheet = drill.exercise().materials().get(material.materialId());
    return sheet == null ? List.of() : sheet.lines();
  }

  private void bring(DrillCase theCase, Material material, List<String> lines, String edition) {
    materials.submitByApplicant(
        theCase.receiptNo(),
        material.materialId(),
        material.name() + "（" + edition + "）.pdf",
        sheets.of(material.name(), lines, theCase.invention(), edition));
  }
}

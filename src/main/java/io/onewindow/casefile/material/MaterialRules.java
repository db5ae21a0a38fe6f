package io.onewindow.casefile.material;

import io.onewindow.casefile.CaseFile;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** When what may be done with a material. The case is held from the question to the deed. */
@Component
class MaterialRules {

  /** Nothing more is taken in for a case that stands so; by name, as states may be added. */
  private static final Set<String> ENDED = Set.of("REFUSED", "REJECTED", "WITHDRAWN");

  private final CaseFile cases;
  private final MaterialStore store;

  MaterialRules(CaseFile cases, MaterialStore store) {
    this.cases = cases;
    this.store = store;
  }

  Material material(String receiptNo, String materialId) {
    return store
        .find(receiptNo, materialId)
        .orElseThrow(() -> Problem.notFound("unknown-material", "本办件的材料清单中没有这一项，请刷新后再试。"));
  }

  MaterialFile file(Optional<MaterialFile> found) {
    return found.orElseThrow(() -> Problem.notFound("unknown-file", "没有这个文件，或者已经撤回，请刷新后再试。"));
  }

  /** The case, which stays open until the transaction ends. */
  CaseRecord open(String receiptNo) {
    CaseRecord file = held(receiptNo);
    if (isEnded(file)) {
      throw Problem.conflict("case-closed", "办件已经办结，不能再更改材料。");
    }
    return file;
  }

  /**
   * A material that takes files or papers now; what is outstanding also after the case is closed.
   */
  Material toHandIn(String receiptNo, String materialId) {
    CaseRecord file = held(receiptNo);
    Material material = material(receiptNo, materialId);
    if (isEnded(file) && !material.isOutstanding()) {
      throw Problem.conflict("case-closed", "办件已经办结，不能再更改材料。");
    }
    if (material.state() == MaterialState.SHARED) {
      throw Problem.conflict("material-shared", "该材料已通过共享核验，无需提交。");
    }
    return material;
  }

  static void refuseShared(Material material) {
    if (material.requirement() == Requirement.SHARED) {
      throw Problem.conflict("material-shared", "该材料由政府部门共享获取，不得要求申请人提交。");
    }
  }

  /** A material that nothing was done with and that may be shown in that way. */
  Material missing(String receiptNo, String materialId, Requirement requirement) {
    open(receiptNo);
    Material material = material(receiptNo, materialId);
    if (material.requirement() != requirement) {
      throw Problem.conflict(
          "requirement-differs",
          "“%s”的提供方式是“%s”，不能这样办理。".formatted(material.name(), material.requirement().label()));
    }
    if (material.state() != MaterialState.MISSING) {
      throw Problem.conflict(
          "material-shown",
          "“%s”的状态是“%s”，如需改变请先撤回。".formatted(material.name(), material.state().label()));
    }
    return material;
  }

  Material outstanding(String receiptNo, String materialId) {
    held(receiptNo);
    Material material = material(receiptNo, materialId);
    if (!material.isOutstanding()) {
      throw Problem.conflict("nothing-outstanding", "“" + material.name() + "”没有待补交的承诺或容缺。");
    }
    return material;
  }

  Material toRevert(String receiptNo, String materialId) {
    CaseRecord file = open(receiptNo);
    Material material = material(receiptNo, materialId);
    if (file.acceptedAt() != null) {
      throw Problem.conflict("case-accepted", "办件已经受理，材料的状态不能再撤回。");
    }
    if (material.state() == MaterialState.MISSING) {
      throw Problem.conflict("nothing-to-revert", "“" + material.name() + "”还没有提交，没有可撤回的。");
    }
    return material;
  }

  /** The case, held until the transaction ends: it cannot be closed, nor a material acted upon. */
  private CaseRecord held(String receiptNo) {
    return cases.lock(receiptNo).orElseThrow(() -> Problem.notFound("unknown-case", "没有这个办件。"));
  }

  static boolean isEnded(CaseRecord file) {
    return file.closedAt() != null || ENDED.contains(file.state().name());
  }

  /**
   * @throws Problem 400 when the text is missing, too long or unusable
   */
  static void text(String key, String label, String text, int longest) {
    if (text == null || text.isBlank()) {
      throw refusal(key, label, "为必填项");
    }
    optionalText(key, label, text, longest);
  }

  static void optionalText(String key, String label, String text, int longest) {
    if (text == null) {
      return;
    }
    if (text.length() > longest) {
      throw refusal(key, label, "不能超过 " + longest + " 个字");
    }
    boolean unusable =
        text.codePoints()
            .anyMatch(
                c ->
                    Character.getType(c) == Character.SURROGATE
                        || Character.isISOControl(c) && "\t\n\r".indexOf(c) < 0);
    if (unusable) {
      throw refusal(key, label, "含有不可用的控制字符");
    }
  }

  private static Problem refusal(String key, String label, String reason) {
    return Problem.badFields(List.of(new Problem.Field(key, label, reason)));
  }
}

package io.onewindow.casefile.material;

import io.onewindow.casefile.CaseRecord;
import io.onewindow.problem.Problem;
import java.io.InputStream;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The materials of one case under the rights of the person who asks; behind both faces. */
@Component
class MaterialDesk {

  private final MaterialAccess access;
  private final Materials materials;
  private final MaterialRules rules;
  private final MaterialViews views;
  private final MaterialSettings settings;

  MaterialDesk(
      MaterialAccess access,
      Materials materials,
      MaterialRules rules,
      MaterialViews views,
      MaterialSettings settings) {
    this.access = access;
    this.materials = materials;
    this.rules = rules;
    this.views = views;
    this.settings = settings;
  }

  MaterialsView show(String receiptNo) {
    CaseRecord file = access.toRead(receiptNo);
    return views.of(file, access.mayHandle(file));
  }

  /** Does it and shows the register as it stands then. */
  MaterialsView act(String receiptNo, String materialId, String act, MaterialOrder order) {
    access.toHandle(receiptNo);
    MaterialAct.named(act).perform(materials, rules.material(receiptNo, materialId), order);
    return show(receiptNo);
  }

  /**
   * @param length bytes that the sender announces, -1 for none
   */
  MaterialsView.File upload(
      String receiptNo, String materialId, String name, long length, InputStream content) {
    access.toHandle(receiptNo);
    DataSize most = settings.largestFile();
    if (length > most.toBytes()) {
      throw StagedFile.tooLarge(most);
    }
    MaterialRules.refuseShared(rules.material(receiptNo, materialId));
    return MaterialViews.file(materials.submit(receiptNo, materialId, name, content));
  }

  MaterialsView withdraw(String receiptNo, String fileId) {
    access.toHandle(receiptNo);
    materials.withdraw(receiptNo, fileId);
    return show(receiptNo);
  }

  static Problem wrongBody() {
    return Problem.of(415, "media-type", "请以 application/octet-stream 直接提交文件内容，文件名放在参数 name 中。");
  }
}

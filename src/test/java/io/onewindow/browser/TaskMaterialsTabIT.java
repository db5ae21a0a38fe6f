package io.onewindow.browser;

import static io.onewindow.story.Applications.tradingCompany;
import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.casefile.material.TestFiles;
import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The tab 材料 in a real browser: a clerk takes in what is there and promises what is not. */
@FaceTest
class TaskMaterialsTabIT {

  private static final String CHECK = "审查申请材料";

  @LocalServerPort private int port;
  @Autowired private Hall hall;
  @TempDir private Path folder;

  private Chromium browser;
  private ProcessInstance theCase;

  @BeforeEach
  void aCompanyApplies() {
    hall.itIs("2026-09-15T10:00");
    theCase = hall.starts("nyClerk", "company-registration", tradingCompany());
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("task-materials-last");
    browser.close();
    hall.closes();
  }

  @Test
  void takesInWhatIsThereAndPromisesWhatIsNot() throws IOException {
    browser.signIn("nyClerk", "tasklist");
    openTab();
    browser.waitFor("5 项待落实");
    assertThat(browser.shows("政府部门共享，不得要求提交")).isTrue();
    browser.picture("task-materials");

    choose("章程", file("假章程.pdf", "not a pdf".getBytes()));
    browser.waitFor("假章程.pdf：文件内容不是完整的 PDF 文件");
    choose("章程", file("<b>章程</b>.pdf".replace("/", ""), TestFiles.pdf("Articles")));
    browser.waitFor("4 项待落实");
    browser.shown(By.linkText("<b>章程<b>.pdf"));

    act("住所", "承诺");
    browser.click(By.xpath("//button[.='确定承诺']"));
    browser.waitFor("承诺人为必填项");
    assertThat(browser.valueOf("承诺内容")).contains("并在20个工作日内提交该材料");
    browser.picture("task-materials-refused");
    browser.fill("承诺人", "王晓明");
    browser.click(By.xpath("//button[.='确定承诺']"));
    browser.waitFor("须于 2026-10-19 17:30 前补交");

    act("任职文件", "容缺");
    browser.fill("容缺理由", "股东会决议当日下午形成");
    browser.click(By.xpath("//button[.='确定容缺']"));
    browser.waitFor("2 项待落实");
    act("身份证明", "共享核验");
    browser.fill("核验结果", "省电子证照库核验一致");
    browser.click(By.xpath("//button[.='确定共享核验']"));
    browser.waitFor("1 项待落实");
    choose("登记（备案）申请书", file("申请书.png", TestFiles.picture("png")));
    browser.waitFor("材料已全部落实");
    browser.picture("task-materials-complete");

    browser.click(By.xpath("//section[contains(.,'申请书')]//button[.='预览']"));
    browser.inFrame(
        By.cssSelector(".onewindow-preview iframe[sandbox]"),
        () -> browser.shown(By.cssSelector("img")));
    browser.picture("task-materials-preview");
    browser.click(By.xpath("//section[contains(h5,'章程')]//a[.='预览']"));
    browser.inNewWindow(
        "",
        () -> {
          // the browser's own viewer has started: a document that is blocked has no such style
          browser.waitFor("pdf_embedder.css");
          browser.picture("task-materials-pdf");
        });

    act("任职文件", "撤回");
    browser.click(By.xpath("//button[.='确定撤回']"));
    browser.waitFor("1 项待落实");
  }

  @Test
  void letsASupervisorOnlyRead() {
    browser.signIn("nySupervisor", "tasklist");
    browser.open("/camunda/app/tasklist/default/#/?task=" + taskId());
    browser.click(By.xpath("//ul[contains(@class,'nav-tabs')]//a[normalize-space(.)='材料']"));
    browser.waitFor("项待落实");
    assertThat(browser.texts(By.cssSelector(".onewindow-drop"))).isEmpty();
    assertThat(browser.texts(By.cssSelector(".onewindow-material-acts button"))).isEmpty();
  }

  private String taskId() {
    return hall.task("nySupervisor", theCase, CHECK).getId();
  }

  private void openTab() {
    browser.click(
        By.xpath(
            "//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='" + CHECK + "']"));
    browser.click(By.xpath("//ul[contains(@class,'nav-tabs')]//a[normalize-space(.)='材料']"));
    browser.shown(By.className("onewindow-material"));
  }

  private void act(String material, String label) {
    browser.click(
        By.xpath("//section[contains(h5,'" + material + "')]//button[.='" + label + "']"));
  }

  private void choose(String material, Path file) {
    browser.chooseFile(
        By.xpath("//section[contains(h5,'" + material + "')]//input[@type='file']"), file);
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}

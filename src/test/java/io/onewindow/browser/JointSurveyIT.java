package io.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.FaceTest;
import io.onewindow.story.Hall;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The survey of 联合报装 in a real browser: each utility sees what it has to fill in, and no more. */
@FaceTest
class JointSurveyIT {

  private static final String SURVEY = "填写踏勘意见";

  @LocalServerPort private int port;
  @Autowired private Hall hall;

  private Chromium browser;
  private ProcessInstance theCase;

  @BeforeEach
  void theSiteWasVisited() {
    hall.itIs("2026-09-15T10:00");
    theCase = hall.starts("sxClerk", "utility-connection", application());
    hall.completes("sxApproval", theCase, "综合受理", Map.of("acceptanceDecision", "accept"));
    hall.completes(
        "sxApproval",
        theCase,
        "组织联合踏勘",
        Map.of("visitDate", "2026-09-15", "visitRecord", "供水、供电到场，查看接驳点"));
    browser = new Chromium(port);
  }

  @AfterEach
  void closeTheHall() {
    browser.picture("joint-survey-last");
    browser.close();
    hall.closes();
  }

  @Test
  void asksEachUtilityForItsOwnPartOnly() {
    survey("sxUtilities");
    browser.waitFor("进户水管管径");
    assertThat(browser.shows("供电电压")).isFalse();
    browser.fill("进户水管管径", "100");
    browser.fill("日用水量", "80");
    browser.fill("水表数", "320");
    browser.select("用水性质", "居民生活");
    browser.choose("是否需要外线工程", "不需要");
    browser.choose("是否有用户自建工程", "没有");
    browser.choose("设计方案", "没有问题");
    browser.picture("joint-survey-water");
    complete();

    survey("sxPower");
    browser.waitFor("供电电压");
    assertThat(browser.shows("进户水管管径")).isFalse();
    browser.select("供电电压", "10千伏");
    browser.waitFor("电源数量");
    assertThat(browser.shows("电价类别")).isFalse();
    browser.picture("joint-survey-power");
    browser.fill("申请容量", "1250");
    browser.select("容量单位", "千伏安");
    browser.choose("电源数量", "单电源");
    browser.select("用电地址所在区域", "其他区域");
    browser.choose("是否纳入省级新旧动能转换项目库", "否");
    browser.choose("是否省市区重点重大项目", "否");
    browser.choose("现场是否已答复供电方案", "未答复，由用电报装另行答复");
    browser.choose("供电是否需要外线工程", "需要，与其他外线一次开挖");
    browser.waitFor("管线长度（米）");
    browser.picture("joint-survey-line");
    browser.choose("供电是否需要外线工程", "不需要");
    browser.choose("设计方案", "没有问题");
    complete();
    assertThat(hall.openTasks(theCase)).containsExactly("形成共享方案");
  }

  private void survey(String officer) {
    browser.signIn(officer, "tasklist");
    browser.click(
        By.xpath(
            "//ol[contains(@class,'tasks-list')]//*[normalize-space(text())='" + SURVEY + "']"));
    browser.shown(By.cssSelector(".fjs-container"));
    browser.click(
        By.xpath(
            "//*[contains(@class,'claim') or self::button or self::a][normalize-space(.)='签收']"));
    browser.waitFor("退签");
  }

  private void complete() {
    browser.click(By.xpath("//button[normalize-space(.)='办结']"));
    browser.waitUntilGone(By.cssSelector(".fjs-container"));
  }

  private static Map<String, Object> application() {
    Map<String, Object> form = new HashMap<>();
    form.put("applicantName", "王明德");
    form.put("applicantIdNo", "370921199003078512");
    form.put("applicantPhone", "13805480001");
    form.put("projectName", "莘州嘉园一期");
    form.put("builderName", "泰和商贸有限公司");
    form.put("builderCode", "91370921MA3TY8EK0E");
    form.put("worksAddress", "莘县通运路北、振兴街东");
    form.put("singleForm", "no");
    form.put("offer", "choice");
    form.put("wantWater", true);
    form.put("wantPower", true);
    form.put("deliveryMethod", "pickup");
    return form;
  }
}

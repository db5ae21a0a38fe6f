package io.onewindow.browser;

import org.openqa.selenium.By;

/** The application for 企业开办 as a clerk fills it in. */
final class StartForm {

  private final Chromium browser;

  StartForm(Chromium browser) {
    this.browser = browser;
  }

  void opens() {
    browser.waitFor("发起办件");
    browser.click(By.xpath("//a[contains(normalize-space(.),'发起办件')]"));
    browser.click(
        By.xpath("//div[contains(@class,'modal-body')]//*[normalize-space(text())='企业开办']"));
    browser.waitFor("企业名称");
  }

  void isFilledIn(String company, String idNumber) {
    browser.fill("申请人（经办人）姓名", "王晓明");
    browser.fill("居民身份证号码", idNumber);
    browser.fill("手机号码", "13805480001");
    browser.fill("企业名称", company);
    browser.select("主体类型", "有限责任公司");
    browser.fill("注册资本", "100");
    browser.fill("住所", "宁阳县文庙街道金阳大街1号");
    browser.fill("经营范围", "日用百货销售；办公用品销售");
    browser.fill("法定代表人姓名", "王晓明");
    browser.fill("法定代表人身份证号码", "370921199003078512");
    browser.fill("出资人一姓名", "王晓明");
    browser.fill("出资人一证件号码", "370921199003078512");
    browser.fill("出资比例", "100");
    for (String item :
        new String[] {"刻制公章", "涉税办理", "社保登记", "医保登记", "住房公积金登记", "预约银行开户", "职工就业登记"}) {
      browser.choose(item, "同步办理");
    }
  }

  void isHandedIn() {
    browser.click(
        By.xpath("//div[contains(@class,'modal-footer')]//button[normalize-space(.)='发起']"));
  }

  void isClosed() {
    browser.waitUntilGone(By.className("modal-dialog"));
  }
}

package io.onewindow.production;

import java.util.List;
import org.springframework.core.env.Environment;

/** What is printed on papers must lead applicants here, and encrypted. */
final class PublicAddress {

  private static final String SETTING = "onewindow.paper.public-address";

  private PublicAddress() {}

  static List<String> refusals(Environment environment) {
    return environment.getProperty(SETTING, "").startsWith("https://")
        ? List.of()
        : List.of(
            SETTING + "：未设置对外网址，它印在文书的二维码里；应以 https:// 开头" + "（ONEWINDOW_PAPER_PUBLICADDRESS）。");
  }
}

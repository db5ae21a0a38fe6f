package io.onewindow.production;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** How people sign in is declared, not left to a default: ADR 0020. */
final class WayIn {

  private static final String BY = "onewindow.sign-in.by";
  private static final String PLATFORM = "onewindow.sign-in.platform.";
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private WayIn() {}

  static List<String> refusals(Environment environment) {
    return switch (environment.getProperty(BY, "")) {
      case "accounts" -> List.of();
      case "platform" -> platform(environment);
      default ->
          List.of(
              BY
                  + "：未声明人员如何登录。接入统一身份认证平台（OpenID Connect）设为 platform（ONEWINDOW_SIGNIN_BY=platform），"
                  + "确无平台、由本系统保管账号密码的设为 accounts。");
    };
  }

  private static List<String> platform(Environment environment) {
    List<String> refusals = new ArrayList<>();
    String issuer = environment.getProperty(PLATFORM + "issuer", "");
    if (!isEncrypted(issuer)) {
      refusals.add(
          PLATFORM + "issuer：应为统一身份认证平台的地址，以 https:// 开头（ONEWINDOW_SIGNIN_PLATFORM_ISSUER）。");
    }
    Stream.of("client-id", "client-secret")
        .filter(name -> environment.getProperty(PLATFORM + name, "").isBlank())
        .forEach(
            name ->
                refusals.add(
                    PLATFORM
                        + name
                        + "：未设置本系统在统一身份认证平台登记的客户端（ONEWINDOW_SIGNIN_PLATFORM_"
                        + name.replace("-", "").toUpperCase(Locale.ROOT)
                        + "）。"));
    return refusals;
  }

  private static boolean isEncrypted(String issuer) {
    return issuer.startsWith("https://")
        || issuer.startsWith("http://") && THIS_MACHINE.contains(URI.create(issuer).getHost());
  }
}

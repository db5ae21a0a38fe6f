package io.onewindow.production;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** Passwords and personal data travel encrypted: to a proxy in front, or to the node itself. */
final class Encryption {

  private static final String DECLARED = "onewindow.tls";
  private static final String BY_PROXY = "proxy";

  private Encryption() {}

  static List<String> refusals(Environment environment) {
    boolean own =
        Stream.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store")
            .anyMatch(environment::containsProperty);
    return own || BY_PROXY.equals(environment.getProperty(DECLARED))
        ? List.of()
        : List.of(
            DECLARED
                + "：未声明 TLS。由前面的反向代理终止 TLS 时设为 proxy（ONEWINDOW_TLS=proxy），"
                + "由本节点终止时设置 server.ssl.*。");
  }
}

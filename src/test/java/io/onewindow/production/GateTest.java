package io.onewindow.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.onewindow.OneWindowApplication;
import io.onewindow.problem.StartRefused;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

/** The prod profile does not start with settings that are not fit for real cases. */
@ExtendWith(OutputCaptureExtension.class)
class GateTest {

  /** Nobody listens there. */
  private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/onewindow";

  /** Good for nothing else. */
  private static final String KEY = "b25seSBmb3IgdGhpcyB0ZXN0LCBub3QgYSBzZWNyZXQh";

  @Test
  void namesEverySettingThatIsMissingAtOnce(CapturedOutput output) {
    assertThat(refusals(Map.of()))
        .extracting(line -> line.substring(0, line.indexOf('：')))
        .containsExactly(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "onewindow.paper.public-address",
            "onewindow.paper.signing-key",
            "onewindow.tls",
            "onewindow.sign-in.by");
    assertThat(output.toString().lines().filter(line -> !line.isBlank()))
        .hasSize(7)
        .allMatch(line -> line.contains("拒绝启动："));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spring.profiles.active | prod,demo | spring.profiles.active：prod 不能与 demo 同时启用",
        "spring.datasource.url | jdbc:h2:file:./data/onewindow | spring.datasource.url：正式环境须使用 PostgreSQL",
        "spring.datasource.username | sa | spring.datasource.username：未设置数据库用户",
        "spring.datasource.password | ' ' | spring.datasource.password：未设置数据库密码",
        "spring.datasource.password | onewindow | spring.datasource.password：仍是默认或人人皆知的密码",
        "onewindow.paper.public-address | http://ow.example | onewindow.paper.public-address：未设置对外网址",
        "onewindow.paper.signing-key | ' ' | onewindow.paper.signing-key：未设置文书签名密钥",
        "onewindow.paper.signing-key | c2hvcnQ= | onewindow.paper.signing-key：文书签名密钥应为至少 32 字节",
        "onewindow.paper.signing-key | 不是密钥 | onewindow.paper.signing-key：文书签名密钥应为至少 32 字节",
        "onewindow.paper.earlier-signing-keys | c2hvcnQ= | onewindow.paper.earlier-signing-keys：以前的",
        "onewindow.tls | none | onewindow.tls：未声明 TLS",
        "onewindow.sign-in.by | anything | onewindow.sign-in.by：未声明人员如何登录",
        "onewindow.sign-in.by | platform | onewindow.sign-in.platform.issuer：应为统一身份认证平台的地址",
        "onewindow.sign-in.by | platform | onewindow.sign-in.platform.client-id：未设置",
        "onewindow.sign-in.by | platform | onewindow.sign-in.platform.client-secret：未设置",
        "camunda.bpm.admin-user.password | ChangeMe | camunda.bpm.admin-user.password：仍是默认或人人皆知的密码",
      })
  void refusesOneWrongSetting(String name, String value, String line, CapturedOutput output) {
    assertThat(refusals(with(name, value))).anyMatch(refusal -> refusal.startsWith(line));
    assertThat(output).contains("拒绝启动：" + line).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(output).as("the secret").doesNotContain("c2hvcnQ=");
  }

  @Test
  void refusesASecretThatShipsWithTheProgram() {
    assertThat(refusals(with("spring.profiles.active", "prod,demo")))
        .anyMatch(line -> line.startsWith("onewindow.demo.password：仍是默认"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store"})
  void takesEncryptionByTheNodeItself(String setting) {
    Map<String, String> settings = with(setting, "onewindow");
    settings.remove("onewindow.tls");
    assertThat(refusals(settings)).noneMatch(line -> line.startsWith("onewindow.tls"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://id.example.cn/realms/gov, true",
    "http://127.0.0.1:9000, true",
    "http://id.example.cn, false",
    "http://127.0.0.1.example.cn, false",
  })
  void asksForAnIdentityPlatformThatIsReachedEncrypted(String issuer, boolean taken) {
    Map<String, String> settings = with("onewindow.sign-in.by", "platform");
    settings.put("onewindow.sign-in.platform.issuer", issuer);
    settings.put("onewindow.sign-in.platform.client-id", "onewindow");
    settings.put("onewindow.sign-in.platform.client-secret", "k9-Zq2-mm31-x0");
    assertThat(refusals(settings).stream().noneMatch(line -> line.startsWith("onewindow.sign-in")))
        .isEqualTo(taken);
  }

  @Test
  void saysThatTheDatabaseCannotBeReachedWhenAllElseIsInOrder() {
    assertThat(refusals(inOrder()))
        .singleElement()
        .asString()
        .startsWith("spring.datasource.url：连不上数据库")
        .doesNotContain(NOWHERE);
  }

  @Test
  void refusesAServerThatIsTooOld() throws SQLException {
    try (PretendedServer server = new PretendedServer(14)) {
      assertThat(refusals(with("spring.datasource.url", server.url())))
          .containsExactly("spring.datasource.url：数据库是 PostgreSQL 14，须为 15 或更新的版本。");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17})
  void takesAServerThatIsNewEnough(int version) throws SQLException {
    try (PretendedServer server = new PretendedServer(version)) {
      MockEnvironment environment = new MockEnvironment();
      with("spring.datasource.url", server.url()).forEach(environment::setProperty);
      assertThat(DatabaseServer.refusals(environment, false)).isEmpty();
    }
  }

  private static Map<String, String> inOrder() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spring.profiles.active", "prod");
    settings.put("spring.datasource.url", NOWHERE);
    settings.put("spring.datasource.username", "onewindow");
    settings.put("spring.datasource.password", "w7Gq-31kd-Zx90");
    settings.put("onewindow.paper.public-address", "https://onewindow.example");
    settings.put("onewindow.paper.signing-key", KEY);
    settings.put("onewindow.tls", "proxy");
    settings.put("onewindow.sign-in.by", "accounts");
    return settings;
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> settings = inOrder();
    settings.put(name, value);
    return settings;
  }

  private static List<String> refusals(Map<String, String> settings) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putIfAbsent("spring.profiles.active", "prod");
    String[] arguments =
        all.entrySet().stream()
            .map(one -> "--" + one.getKey() + "=" + one.getValue())
            .toArray(String[]::new);
    StartRefused refused =
        catchThrowableOfType(
            StartRefused.class, () -> SpringApplication.run(OneWindowApplication.class, arguments));
    assertThat(refused).isNotNull();
    assertThat(refused.getExitCode()).isEqualTo(1);
    return refused.reasons();
  }
}

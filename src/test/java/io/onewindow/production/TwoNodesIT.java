package io.onewindow.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onewindow.casefile.material.TestFiles;
import io.onewindow.database.OnPostgres;
import io.onewindow.database.Postgres;
import io.onewindow.face.Face;
import io.onewindow.faults.CutProxy;
import io.onewindow.story.Applications;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Two processes of the jar on one PostgreSQL database work as one. */
@OnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

  static final String PASSWORD = "Tr8-window-pass";

  private static final String CHIEF = "chief";
  private static final String CLERK = "zhangsan";
  private static final String TAX = "lisi";
  private static final String CASES = "/api/v1/cases";
  private static final long SEED = 20261121;

  /** A node allows itself less than six; three more for a machine that does other things. */
  private static final Duration FAST = Duration.ofSeconds(9);

  /** The pool tries again after up to five seconds. */
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  private static final ObjectMapper JSON = new ObjectMapper();

  private String database;
  private CutProxy network;
  private Node a;
  private Node b;

  @BeforeAll
  void createTheDatabase() {
    database = Postgres.newDatabase();
    a = new Node("a", database);
    int server = URI.create(database.substring("jdbc:".length())).getPort();
    network = new CutProxy(server, SEED);
    b = new Node("b", database.replace(":" + server, ":" + network.port()));
  }

  @AfterAll
  void endWhatStillRuns() {
    a.kill();
    b.kill();
    network.close();
  }

  @Test
  @Order(1)
  void aNodeRefusesAnEmptyDatabaseInOneLine() {
    NodeRole.create(database);
    int code = runAs(NodeRole.NAME, "empty");
    assertThat(code).isEqualTo(1);
    assertThat(Node.printed("empty"))
        .contains("拒绝启动：spring.datasource.url：数据库的表结构尚未建立")
        .contains("create-schema")
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
  }

  @Test
  @Order(2)
  void twoCommandsAtOnceCreateTheTablesOnce() {
    CompletableFuture<Integer> one =
        CompletableFuture.supplyAsync(() -> createSchema("schema-one", database));
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(() -> createSchema("schema-other", database));
    assertThat(List.of(one.join(), other.join())).containsOnly(0);
    assertThat(Node.printed("schema-one") + Node.printed("schema-other"))
        .containsOnlyOnce("等它完成")
        .containsOnlyOnce("已建立管理员");
    assertThat(createSchema("schema-again", database)).isZero();
    assertThat(Node.printed("schema-again")).contains("表结构已是最新").contains("已有管理员");
    NodeRole.grant(database);
  }

  @Test
  @Order(3)
  void oneCommandCreatesTheSameTablesAndTheAdministrator() {
    String alone = Postgres.newDatabase();
    assertThat(Node.run("schema", alone, Map.of(), "create-schema")).isEqualTo(1);
    assertThat(Node.printed("schema")).contains("表结构已是最新").contains("尚无管理员");
    assertThat(createSchema("schema-alone", alone)).isZero();
    assertThat(Node.printed("schema-alone")).contains("已建立管理员 chief");
    assertThat(Contents.of(database)).hasSizeGreaterThan(1000).isEqualTo(Contents.of(alone));
    Postgres.drop(alone);
  }

  @Test
  @Order(4)
  void aNodeRefusesToConnectAsTheOwnerOfTheTables() {
    assertThat(runAs(Postgres.USER, "owner")).isEqualTo(1);
    assertThat(Node.printed("owner"))
        .contains("拒绝启动：spring.datasource.username：数据库用户 " + Postgres.USER + " 能改动审计记录")
        .contains(NodeRole.NAME)
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
  }

  @Test
  @Order(4)
  void aCommandForWhichNoProfileIsNamedBringsNobodyIn() {
    Map<String, String> unnamed = Map.of("SPRING_PROFILES_ACTIVE", "");
    assertThat(Node.run("unnamed", database, unnamed, "verify-audit")).isZero();
    assertThat(Contents.list(database, "select id_ from act_id_user")).containsExactly(CHIEF);
  }

  private static int createSchema(String name, String database) {
    Map<String, String> administrator =
        Map.of("ONEWINDOW_ADMINISTRATOR_ID", CHIEF, "ONEWINDOW_ADMINISTRATOR_PASSWORD", PASSWORD);
    return Node.run(name, database, administrator, "create-schema");
  }

  /** Of a node that is expected not to start. */
  private int runAs(String role, String name) {
    return Node.run(
        name, database, Map.of("ONEWINDOW_TLS", "proxy", "SPRING_DATASOURCE_USERNAME", role));
  }

  @Test
  @Order(5)
  void bothStartAtTheSameMoment() {
    a.start();
    b.start();
    a.awaitReady();
    b.awaitReady();
    employ(a, CLERK, "window");
    employ(b, TAX, "tax");
    HttpResponse<String> plain = a.send(plain(a));
    assertThat(plain.statusCode()).isEqualTo(403);
    assertThat(plain.body()).contains("https-required");
    whatTheStartSetsUpIsThereOnce();
  }

  /** Of the models one deployment, and of what runs by itself one instance for each hall. */
  private void whatTheStartSetsUpIsThereOnce() {
    Awaitility.await()
        .atMost(RECOVERY)
        .untilAsserted(
            () ->
                assertThat(
                        Contents.list(
                            database,
                            "select tenant_id_ from act_hi_procinst"
                                + " where proc_def_key_ = 'monthly-report' order by 1"))
                    .containsExactly("hekou", "liaocheng", "ningyang", "shenxian"));
    assertThat(Contents.list(database, "select name_ from act_re_deployment")).hasSize(1);
  }

  @Test
  @Order(6)
  void aCaseIsPlayedAcrossBoth() {
    String receiptNo = start(a, "first").path("receiptNo").asText();
    complete(
        b, CLERK, receiptNo, "审查申请材料", Map.of("materialsDecision", Map.of("value", "complete")));
    complete(
        a,
        TAX,
        receiptNo,
        "办理涉税事项",
        Map.of(
            "taxpayerType", Map.of("value", "small-scale"),
            "invoiceKind", Map.of("value", "e-invoice"),
            "ukeyNo", Map.of("value", "UK123456")));
    JsonNode seen = json(a.send(a.request(CLERK, CASES + "/" + receiptNo).GET()), 200);
    assertThat(seen.path("state").asText()).isEqualTo("ACCEPTED");
    assertThat(seen.at("/steps/1/done").asBoolean()).isTrue();
    assertThat(json(b.send(b.request(CLERK, CASES + "/" + receiptNo).GET()), 200)).isEqualTo(seen);
    assertThat(start(b, "first").path("receiptNo").asText()).isEqualTo(receiptNo);
  }

  @Test
  @Order(7)
  void aFileThatOneTookIsGivenOutByTheOtherByteByByte() {
    String receiptNo = start(a, "with-a-file").path("receiptNo").asText();
    String materials = CASES + "/" + receiptNo + "/materials";
    byte[] content = TestFiles.pdf("taken by a");
    JsonNode kept =
        json(
            a.send(
                a.request(CLERK, materials + "/articles/files?name=articles.pdf")
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofByteArray(content))),
            201);
    HttpResponse<byte[]> given =
        b.send(
            b.request(CLERK, materials + "/files/" + kept.path("id").asText()).GET(),
            BodyHandlers.ofByteArray());
    assertThat(given.statusCode()).isEqualTo(200);
    assertThat(given.body()).isEqualTo(content);
  }

  @Test
  @Order(8)
  void wrongPasswordsAtOneLockTheAccountAtTheOther() {
    employ(a, "qianba", "tax");
    for (int i = 0; i < 3; i++) {
      assertThat(signsIn(a, "qianba", "Wr0ng-guess-" + i)).isEqualTo(401);
    }
    assertThat(signsIn(b, "qianba", PASSWORD)).as("which forgives those").isEqualTo(200);
    for (int i = 0; i < 5; i++) {
      assertThat(signsIn(a, "qianba", "Wr0ng-guess-" + i)).isEqualTo(401);
    }
    assertThat(signsIn(b, "qianba", PASSWORD)).isEqualTo(401);
    assertThat(signsIn(b, CLERK, PASSWORD)).as("somebody else").isEqualTo(200);
    json(
        b.send(b.request(CHIEF, "/engine-rest/user/qianba/unlock").POST(BodyPublishers.noBody())),
        204);
    assertThat(signsIn(a, "qianba", PASSWORD)).isEqualTo(200);
  }

  private static int signsIn(Node node, String person, String password) {
    return node.send(
            node.request("/engine-rest/task/count")
                .header("Authorization", Face.basic(person + ":" + password))
                .GET())
        .statusCode();
  }

  @Test
  @Order(9)
  void whoSignsInAtOneIsSignedInAtTheOtherAndOutAtBoth() {
    Browser browser = new Browser();
    HttpResponse<String> signedIn = browser.signIn(a, CLERK);
    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
    assertThat(signedIn.headers().allValues("Set-Cookie"))
        .anyMatch(
            cookie ->
                cookie.startsWith("__Host-onewindow=")
                    && cookie.contains("Secure")
                    && cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Lax"))
        .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN=") && cookie.contains("Secure"));
    assertThat(signedIn.headers().firstValue("Strict-Transport-Security")).isPresent();
    String count = "/camunda/api/engine/engine/default/task/count";
    assertThat(browser.get(b, count).statusCode()).isEqualTo(200);
    for (Node node : List.of(b, a, b)) {
      HttpResponse<String> posted = browser.post(node, count, "application/json", "{}");
      assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
    }
    browser.post(a, "/camunda/api/admin/auth/user/default/logout", "application/json", "");
    assertThat(browser.get(b, count).statusCode()).isEqualTo(401);
    assertThat(browser.get(a, count).statusCode()).isEqualTo(401);
    assertThat(browser.signIn(b, CLERK).statusCode()).isEqualTo(200);
    assertThat(browser.get(a, count).statusCode()).isEqualTo(200);
  }

  @Test
  @Order(10)
  void bothDoTheWorkOfTimersAndEachOnce() {
    List<String> jobs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String receiptNo = start(i % 2 == 0 ? a : b, "timer-" + i).path("receiptNo").asText();
      String query = "/engine-rest/task?processInstanceBusinessKey=" + receiptNo;
      String instance =
          json(a.send(a.request(CLERK, query).GET()), 200).at("/0/processInstanceId").asText();
      String timers =
          "/engine-rest/job?timers=true&sortBy=jobDueDate&sortOrder=asc&processInstanceId="
              + instance;
      jobs.add(json(a.send(a.request(CHIEF, timers).GET()), 200).at("/0/id").asText());
    }
    // one after the other, so that whoever looks first takes one; then the rest at once
    for (String job : jobs.subList(0, 12)) {
      becomesDue(job);
      awaitDone(List.of(job));
    }
    jobs.subList(12, jobs.size()).forEach(this::becomesDue);
    awaitDone(jobs);
    List<JsonNode> done = done(jobs);
    assertThat(done.stream().map(one -> one.path("jobId").asText()))
        .containsExactlyInAnyOrderElementsOf(jobs);
    assertThat(done.stream().map(one -> one.path("hostname").asText()).distinct())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  @Order(11)
  void aRollingRestartLosesNoAcknowledgedRequestAndSignsNobodyOut() {
    Browser browser = new Browser();
    assertThat(browser.signIn(a, CLERK).statusCode()).isEqualTo(200);
    AtomicBoolean restarting = new AtomicBoolean(true);
    CompletableFuture<Set<String>> clients =
        CompletableFuture.supplyAsync(() -> startWhile(restarting));
    for (Node node : List.of(a, b)) {
      node.stop();
      node.start();
      node.awaitReady();
    }
    restarting.set(false);
    Set<String> acknowledged = clients.join();
    assertThat(acknowledged).hasSizeGreaterThan(10);
    for (String receiptNo : acknowledged) {
      assertThat(b.send(b.request(CLERK, CASES + "/" + receiptNo).GET()).statusCode())
          .isEqualTo(200);
    }
    assertThat(browser.get(b, "/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(200);
    whatTheStartSetsUpIsThereOnce();
  }

  @Test
  @Order(12)
  void whoSignsInOnceTooOftenEndsTheOldestSessionOnBothAndItIsToldWhy() {
    employ(a, "wangwu", "tax");
    String count = "/camunda/api/engine/engine/default/task/count";
    List<Browser> browsers = new ArrayList<>();
    for (Node node : List.of(a, b, a)) {
      Browser browser = new Browser();
      assertThat(browser.signIn(node, "wangwu").statusCode()).isEqualTo(200);
      browsers.add(browser);
    }
    for (Browser browser : browsers) {
      assertThat(browser.get(b, count).statusCode()).isEqualTo(200);
    }
    Browser fourth = new Browser();
    assertThat(fourth.signIn(b, "wangwu").statusCode()).isEqualTo(200);
    for (Node node : List.of(a, b)) {
      HttpResponse<String> ended = browsers.get(0).get(node, count);
      assertThat(ended.statusCode()).isEqualTo(401);
      assertThat(ended.body()).contains("session-ended", "在别处登录");
      for (Browser open : List.of(browsers.get(1), browsers.get(2), fourth)) {
        assertThat(open.get(node, count).statusCode()).isEqualTo(200);
      }
    }
    HttpResponse<String> page = browsers.get(0).open(b, "/camunda/app/tasklist/default/");
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location").orElseThrow())
        .endsWith("/signed-out.html?why=another-sign-in");
    assertThat(browsers.get(0).signIn(a, "wangwu").statusCode()).as("anew").isEqualTo(200);
    assertThat(browsers.get(0).get(b, count).statusCode()).isEqualTo(200);
    assertThat(browsers.get(1).get(b, count).statusCode()).as("now the oldest").isEqualTo(401);
    String halfAnHour = "ow_session where max_inactive_interval = 1800";
    assertThat(NodeRole.count(database, halfAnHour))
        .as("end after half an hour without a request")
        .isPositive()
        .isEqualTo(NodeRole.count(database, "ow_session"));
  }

  @Test
  @Order(13)
  void whoIsDeletedOrGetsAnotherPasswordIsOutOnBothAtOnce() {
    String count = "/camunda/api/engine/engine/default/task/count";
    for (String person : List.of("zhaoliu", "sunqi")) {
      employ(a, person, "tax");
      Browser browser = new Browser();
      assertThat(browser.signIn(b, person).statusCode()).isEqualTo(200);
      assertThat(browser.get(a, count).statusCode()).isEqualTo(200);
      if (person.equals("sunqi")) {
        json(a.send(a.request(CHIEF, "/engine-rest/user/sunqi").DELETE()), 204);
      } else {
        put(
            a,
            "PUT",
            "/engine-rest/user/zhaoliu/credentials",
            Map.of("password", "An0ther-window", "authenticatedUserPassword", PASSWORD));
      }
      for (Node node : List.of(a, b)) {
        HttpResponse<String> ended = browser.get(node, count);
        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.body()).contains("session-ended", "账号已停用，或者密码已更改");
      }
    }
  }

  @Test
  @Order(14)
  void theNodesRoleAddsToTheRecordsAndChangesNone() {
    assertThat(NodeRole.count(database, "ow_audit")).isPositive();
    for (String table :
        List.of("ow_audit", "ow_audit_seal", "ow_action", "ow_clock_event", "ow_material_event")) {
      for (String statement :
          List.of(
              "update " + table + " set entry_no = default",
              "delete from " + table,
              "truncate " + table)) {
        assertThat(NodeRole.refusal(database, statement))
            .as(statement)
            .contains("permission denied for table " + table);
      }
      assertThat(NodeRole.refusal(database, "alter table " + table + " disable trigger all"))
          .contains("must be owner");
    }
    assertThat(NodeRole.refusal(database, "set session_replication_role = replica"))
        .contains("permission denied");
  }

  @Test
  @Order(15)
  void nothingThatNamesAPersonIsInTheLogs() {
    for (String name : List.of("a", "b")) {
      String log = Node.printed(name);
      assertThat(log).contains("Tomcat started");
      for (String variable : List.of("applicantIdNo", "applicantPhone", "legalRepIdNo")) {
        String secret = (String) Applications.tradingCompany().get(variable);
        assertThat(log.contains(secret)).as(variable + " in the log of " + name).isFalse();
      }
      assertThat(log.contains(PASSWORD)).as("a password in the log of " + name).isFalse();
    }
  }

  @Test
  @Order(16)
  void whoComesWhileTheDatabaseIsAwayIsToldSoAtOnceAndServedAgainAfterwards() {
    Browser browser = new Browser();
    assertThat(browser.signIn(b, CLERK).statusCode()).isEqualTo(200);
    network.away();
    everybodyIsToldThatTheDatabaseIsAway(browser);
    start(a, "meanwhile");
    network.heal();
    everybodyIsServed(browser);
    network.fallSilent();
    everybodyIsToldThatTheDatabaseIsAway(browser);
    network.letNewOnesPass();
    everybodyIsServed(browser);
    network.heal();
  }

  private void everybodyIsToldThatTheDatabaseIsAway(Browser browser) {
    long begun = System.nanoTime();
    List<CompletableFuture<HttpResponse<String>>> asked =
        List.of(
            asks(() -> b.send(newCase(b, "away"))),
            asks(() -> b.send(b.request(CLERK, "/engine-rest/task").GET())),
            asks(() -> browser.get(b, "/camunda/api/engine/engine/default/task/count")),
            asks(() -> b.send(b.request("/camunda/app/tasklist/default/").GET())));
    for (CompletableFuture<HttpResponse<String>> one : asked) {
      HttpResponse<String> answer = one.join();
      assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(503);
      assertThat(answer.body()).contains("系统暂时连不上数据库", "请先刷新看看是否已经办成");
      assertThat(answer.body()).doesNotContain("Exception", "postgres");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(FAST);
  }

  private static CompletableFuture<HttpResponse<String>> asks(
      Supplier<HttpResponse<String>> request) {
    return CompletableFuture.supplyAsync(request);
  }

  private void everybodyIsServed(Browser browser) {
    Awaitility.await()
        .atMost(RECOVERY)
        .until(() -> b.send(b.request(CLERK, "/engine-rest/task").GET()).statusCode() == 200);
    start(b, "afterwards");
    assertThat(browser.get(b, "/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(200);
  }

  /** One client that asks the other node when one cannot be reached, with the same key. */
  private Set<String> startWhile(AtomicBoolean restarting) {
    Set<String> receiptNos = new HashSet<>();
    for (int i = 0; restarting.get(); i++) {
      String receiptNo = startSomewhere("rolling-" + i);
      assertThat(receiptNos.add(receiptNo)).as("case of its own for request %s", i).isTrue();
    }
    return receiptNos;
  }

  private String startSomewhere(String key) {
    while (true) {
      for (Node node : List.of(a, b)) {
        try {
          HttpResponse<String> answer = node.send(newCase(node, key));
          // 503: heard just as the node was being stopped
          if (answer.statusCode() != 503) {
            return json(answer, 201).path("receiptNo").asText();
          }
        } catch (UncheckedIOException unreachable) {
          Thread.onSpinWait();
        }
      }
    }
  }

  private JsonNode start(Node node, String key) {
    return json(node.send(newCase(node, key)), 201);
  }

  private static HttpRequest.Builder newCase(Node node, String key) {
    Map<String, Object> form =
        Applications.with(Applications.tradingCompany(), Map.of("taxChoice", "now"));
    Map<String, Object> wanted =
        Map.of("service", "company-registration", "jurisdiction", "ningyang", "form", form);
    return node.request(CLERK, CASES)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(text(wanted)));
  }

  private void complete(
      Node node, String person, String receiptNo, String task, Map<String, Object> variables) {
    String query = "/engine-rest/task?processInstanceBusinessKey=" + receiptNo;
    JsonNode open = json(node.send(node.request(person, query).GET()), 200);
    assertThat(open.findValuesAsText("name")).containsExactly(task);
    json(
        node.send(
            node.request(person, "/engine-rest/task/" + open.at("/0/id").asText() + "/complete")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text(Map.of("variables", variables))))),
        204);
  }

  private void becomesDue(String job) {
    json(
        a.send(
            a.request(CHIEF, "/engine-rest/job/" + job + "/duedate")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"duedate\":\"2026-01-05T09:00:00.000+0800\"}"))),
        204);
  }

  private void awaitDone(List<String> jobs) {
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> done(jobs).size() >= jobs.size());
  }

  /** What the executors have done of these jobs, once for each time. */
  private List<JsonNode> done(List<String> jobs) {
    List<JsonNode> done = new ArrayList<>();
    json(
            a.send(
                a.request(CHIEF, "/engine-rest/history/job-log?successLog=true&maxResults=1000")
                    .GET()),
            200)
        .forEach(one -> done.add(one));
    return done.stream().filter(one -> jobs.contains(one.path("jobId").asText())).toList();
  }

  private static void employ(Node node, String person, String group) {
    put(
        node,
        "POST",
        "/engine-rest/user/create",
        Map.of(
            "profile",
            Map.of("id", person, "firstName", "宁阳", "lastName", person),
            "credentials",
            Map.of("password", PASSWORD)));
    put(node, "PUT", "/engine-rest/group/" + group + "/members/" + person, Map.of());
    put(node, "PUT", "/engine-rest/tenant/ningyang/user-members/" + person, Map.of());
  }

  private static void put(Node node, String method, String path, Map<String, Object> body) {
    json(
        node.send(
            node.request(CHIEF, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(text(body)))),
        204);
  }

  private static HttpRequest.Builder plain(Node node) {
    return node.request(CLERK, CASES).setHeader("X-Forwarded-Proto", "http").GET();
  }

  private static JsonNode json(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(answer.body(), notJson);
    }
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}

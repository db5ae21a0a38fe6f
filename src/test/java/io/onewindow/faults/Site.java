package io.onewindow.faults;

import io.onewindow.database.Postgres;
import io.onewindow.production.Node;
import io.onewindow.production.NodeRole;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A hall to break things in: a database with its tables, an administrator and fifty clerks, the
 * ledger of what they do, and what is looked at when the fault is over.
 */
public final class Site implements AutoCloseable {

  /** In which nodes write the engine's times, wherever they stand. */
  public static final ZoneId ENGINE_ZONE = ZoneId.of("Asia/Shanghai");

  static final String CHIEF = "chief";
  static final String PASSWORD = "Tr8-window-pass";
  static final String JURISDICTION = "ningyang";

  /** How many clerks work for each function. */
  private static final Map<String, Integer> CLERKS = new LinkedHashMap<>();

  static {
    CLERKS.put("window", 14);
    CLERKS.put("power", 8);
    CLERKS.put("tax", 5);
    CLERKS.put("police", 5);
    CLERKS.put("hrss", 4);
    CLERKS.put("medicalIns", 4);
    CLERKS.put("approval", 4);
    CLERKS.put("marketReg", 3);
    CLERKS.put("housing", 3);
  }

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int DONE = 204;

  private final String drill;
  private final String url;
  private final JdbcClient database;
  private final List<Person> people = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Ledger ledger;
  private final PrintStream out = System.out;
  private Check check;
  private Outside outside;
  private long settled;

  /**
   * @param drill names the ledger and the logs, all under target/nodes
   */
  public Site(String drill) {
    this(drill, Postgres.newDatabase());
  }

  /**
   * @param url of an empty database of the user postgres
   */
  public Site(String drill, String url) {
    this.drill = drill;
    this.url = url;
    this.database = JdbcClient.create(new DriverManagerDataSource(url, Postgres.USER, ""));
    this.ledger = new Ledger(Path.of("target/nodes", drill + ".ledger"));
  }

  /** Creates tables and the administrator by that jar, and lets nodes at them. */
  public Site prepared(Path jar) {
    Map<String, String> administrator =
        Map.of("ONEWINDOW_ADMINISTRATOR_ID", CHIEF, "ONEWINDOW_ADMINISTRATOR_PASSWORD", PASSWORD);
    int code = Node.run(jar, drill + "-schema", url, administrator, "create-schema");
    if (code != 0) {
      throw new AssertionError(Node.printed(drill + "-schema"));
    }
    NodeRole.grant(url);
    return this;
  }

  /** A node of this database, not started yet. */
  public Node node(String name, Map<String, String> settings, String... javaOptions) {
    Node node = new Node(drill + "-" + name, url, settings, javaOptions);
    nodes.add(node);
    return node;
  }

  /**
   * Two nodes of this release that keep their jobs for that long and tell others of their cases,
   * and everybody's account.
   */
  void opensTwo(Duration lockTime) {
    outside = new Outside();
    Map<String, String> settings = new HashMap<>(outside.settings());
    settings.put("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", String.valueOf(lockTime.toMillis()));
    prepared(Node.JAR);
    node("a", settings);
    node("b", settings);
    opens();
  }

  /** Starts all nodes together and gives everybody an account. */
  public void opens() {
    starts();
    Node first = nodes.get(0);
    CLERKS.forEach(
        (group, count) -> {
          for (int i = 1; i <= count; i++) {
            people.add(employed(first, group + i, group));
          }
        });
    say(people.size() + " clerks, " + nodes.size() + " nodes");
  }

  /** Starts all nodes together. */
  void starts() {
    nodes.forEach(Node::start);
    nodes.forEach(Node::awaitReady);
    closesTheAccount();
  }

  /** From now on what is there and what has been done is left out of account. */
  void closesTheAccount() {
    check = new Check(database, ENGINE_ZONE);
    settled = ledger.deeds();
  }

  /** Somebody of that function, with an account made now unless there is one. */
  Person employed(Node node, String id, String group) {
    boolean known =
        database
            .sql("select exists (select 1 from ACT_ID_USER where ID_ = ?)")
            .param(id)
            .query(Boolean.class)
            .single();
    if (!known) {
      employ(node, id, group);
    }
    return new Person(id, PASSWORD, group, JURISDICTION);
  }

  private static void employ(Node node, String id, String group) {
    Map<String, String> name = Map.of("id", id, "firstName", "宁阳", "lastName", id);
    asChief(
        node,
        "POST",
        "/engine-rest/user/create",
        Map.of("profile", name, "credentials", Map.of("password", PASSWORD)));
    asChief(node, "PUT", "/engine-rest/group/" + group + "/members/" + id, Map.of());
    asChief(node, "PUT", "/engine-rest/tenant/" + JURISDICTION + "/user-members/" + id, Map.of());
  }

  static void asChief(Node node, String method, String path, Object body) {
    HttpResponse<String> answer =
        node.send(
            node.request(CHIEF, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(Answers.text(body))));
    if (answer.statusCode() != DONE) {
      throw new AssertionError(path + " " + answer.statusCode() + " " + answer.body());
    }
  }

  /** Everybody begins to work. */
  public Clerks clerks(long seed, Duration moment, Duration longestAnswer) {
    Switchboard switchboard =
        new Switchboard(nodes.stream().map(Node::uri).toList(), ledger, longestAnswer);
    return new Clerks(people, switchboard, ledger, seed, moment).start();
  }

  /** One application at that node; answers its receipt number. */
  String starts(Node node, long seed) {
    Person clerk = people.get(0);
    Switchboard one = new Switchboard(List.of(node.uri()), ledger, Duration.ofSeconds(30));
    Papers papers = new Papers(List.of("company-registration"), seed);
    return new Clerk(clerk, one, ledger, papers, new Random(System.nanoTime()), 1)
        .start()
        .orElseThrow(() -> new AssertionError("no case at " + node.uri()));
  }

  /** Timers begin to come due before their time. */
  Haste haste(long seed, Duration longestAnswer) {
    return new Haste(
            new Switchboard(nodes.stream().map(Node::uri).toList(), ledger, longestAnswer),
            ledger,
            seed)
        .start();
  }

  /**
   * Waits until what nodes do by themselves is done, then compares.
   *
   * @param longest how long jobs may take to be done
   */
  public List<Finding> findings(Duration longest) {
    await(longest, () -> check.waitingJobs(Duration.ZERO) == 0);
    List<Finding> findings = new ArrayList<>(check.findings(ledger.read().after(settled)));
    findings.addAll(check.undone(GRACE));
    if (outside != null) {
      findings.addAll(outside.findings(database));
      say(outside.toString());
    }
    return findings;
  }

  /** Compares, looks at the audit's chain, and prints what was found. */
  public boolean concludes(Duration longest) {
    List<Finding> findings = findings(longest);
    findings.forEach(one -> say("WRONG " + one));
    boolean chained = Node.run(drill + "-audit", url, Map.of(), "verify-audit") == 0;
    say("verify-audit: " + String.join(" ", Node.printed(drill + "-audit").lines().toList()));
    say(Figures.of(ledger.read()).toString());
    say(findings.isEmpty() && chained ? "PASSED" : "FAILED");
    return findings.isEmpty() && chained;
  }

  /** Whether that came true in time. */
  static boolean await(Duration longest, BooleanSupplier condition) {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(Duration.ofMillis(100));
    }
    return true;
  }

  static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  void say(String what) {
    out.printf(Locale.ROOT, "%s %s %s%n", Instant.now(), drill, what);
  }

  String drill() {
    return drill;
  }

  JdbcClient database() {
    return database;
  }

  List<Node> nodes() {
    return nodes;
  }

  Ledger ledger() {
    return ledger;
  }

  String url() {
    return url;
  }

  /** The version that its tables are at. */
  String tables() {
    return database
        .sql(
            "select version from flyway_schema_history where success and version is not null"
                + " order by installed_rank desc limit 1")
        .query(String.class)
        .single();
  }

  @Override
  public void close() {
    nodes.forEach(Node::kill);
    ledger.close();
    if (outside != null) {
      outside.close();
    }
  }
}

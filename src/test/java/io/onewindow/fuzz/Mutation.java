package io.onewindow.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils a model, a form or a table of days as hands, editors and attackers do. */
final class Mutation {

  private static final Pattern ELEMENT = Pattern.compile("<([\\w:]+)(?: [^<>]*)?/?>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([\\w:]+)=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
  private static final Pattern TASK = Pattern.compile("<bpmn:(userTask|serviceTask) ");
  private static final Pattern LINE = Pattern.compile("[^\n]+\n?");

  /** What brings code, in the place of the attributes of a task. */
  private static final List<String> CODE =
      List.of(
          "camunda:class=\"java.lang.ProcessBuilder\" ",
          "camunda:expression=\"${''.getClass().forName('java.lang.Runtime')}\" ",
          "camunda:expression=\"#{execution.processEngineServices.runtimeService}\" ",
          "camunda:delegateExpression=\"${repositoryService}\" ",
          "camunda:delegateExpression=\"${promiseClock.class}\" ",
          "camunda:type=\"shell\" ",
          "camunda:type=\"mail\" ",
          "camunda:candidateGroups=\"${x['class'].forName('java.lang.System')}\" ",
          "camunda:assignee=\"${enterpriseName.getClass().getClassLoader()}\" ",
          "camunda:formHandlerClass=\"java.lang.Object\" ");

  private static final List<String> CODE_INSIDE =
      List.of(
          "<bpmn:scriptTask id=\"x1\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script>"
              + "</bpmn:scriptTask>",
          "<bpmn:extensionElements><camunda:taskListener class=\"java.lang.Object\""
              + " event=\"create\"/></bpmn:extensionElements>",
          "<bpmn:extensionElements><camunda:executionListener event=\"start\">"
              + "<camunda:script scriptFormat=\"javascript\">1</camunda:script>"
              + "</camunda:executionListener></bpmn:extensionElements>",
          "<bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector"
              + "</camunda:connectorId></camunda:connector></bpmn:extensionElements>");

  private final RandomGenerator random;
  private final int port;

  /**
   * @param port of a listener on this machine, which addresses in entities lead to
   */
  Mutation(RandomGenerator random, int port) {
    this.random = random;
    this.port = port;
  }

  /** What was done, and what came of it. */
  record Spoilt(String how, byte[] content) {}

  Spoilt xml(String text) {
    return switch (random.nextInt(17)) {
      case 0 -> new Spoilt("an entity of another address", bytes(entity(text)));
      case 1 -> new Spoilt("entities without end", bytes(laughs(text)));
      case 2 -> new Spoilt("ids swapped", bytes(swapped(text)));
      case 3 -> new Spoilt("an element without its tag", bytes(without(text, ELEMENT)));
      case 4 -> new Spoilt("an element twice", bytes(twice(text, ELEMENT)));
      case 5, 6, 7 -> new Spoilt("an attribute lost", bytes(without(text, ATTRIBUTE)));
      case 8, 9, 10 -> new Spoilt("an attribute changed", bytes(changed(text)));
      case 11, 12 ->
          TASK.matcher(text).find()
              ? new Spoilt("code in an attribute", bytes(inserted(text, TASK, CODE)))
              : new Spoilt("an attribute changed", bytes(changed(text)));
      case 13 -> new Spoilt("code inside", bytes(inserted(text, ELEMENT, CODE_INSIDE)));
      case 14 -> new Spoilt("nested deep", bytes(nested(text)));
      default -> any(text);
    };
  }

  Spoilt any(String text) {
    return switch (random.nextInt(9)) {
      case 0 -> new Spoilt("cut off", bytes(text.substring(0, random.nextInt(text.length()))));
      case 1 -> new Spoilt("GBK", text.getBytes(Charset.forName("GBK")));
      case 2 -> new Spoilt("UTF-16", text.getBytes(StandardCharsets.UTF_16));
      case 3 -> new Spoilt("bytes changed", bytesChanged(bytes(text)));
      case 4 -> new Spoilt("large", bytes(text + "<!--" + "x".repeat(10 << 20) + "-->"));
      case 5 -> new Spoilt("nothing", new byte[0]);
      case 6 -> new Spoilt("a line twice", bytes(twice(text, LINE)));
      case 7 -> new Spoilt("a line lost", bytes(without(text, LINE)));
      default -> new Spoilt("something in between", bytes(between(text)));
    };
  }

  /** As {@link #any}, and brackets without end. */
  Spoilt json(String text) {
    return random.nextInt(8) == 0
        ? new Spoilt("nested deep", bytes("{\"components\":".repeat(20_000)))
        : any(text);
  }

  private String entity(String text) {
    String address = "http://127.0.0.1:" + port + "/x";
    String type =
        switch (random.nextInt(4)) {
          case 0 -> "<!DOCTYPE x SYSTEM \"" + address + "\">";
          case 1 -> "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]>";
          case 2 -> "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
          default -> "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + address + "\">]>";
        };
    int root = text.indexOf("?>") + 2;
    String rest = text.substring(root).replaceFirst("name=\"[^\"]*\"", "name=\"&e;\"");
    return text.substring(0, root) + type + rest;
  }

  private static String laughs(String text) {
    StringBuilder type = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      String before = "&e" + (i - 1) + ";";
      type.append("<!ENTITY e").append(i).append(" \"").append(before.repeat(10)).append("\">");
    }
    int root = text.indexOf("?>") + 2;
    return text.substring(0, root)
        + type.append("]>")
        + text.substring(root).replaceFirst("name=\"[^\"]*\"", "name=\"&e29;\"");
  }

  private String nested(String text) {
    MatchResult place = pick(text, ELEMENT);
    String open = random.nextBoolean() ? "<bpmn:subProcess>" : "<x>";
    String deep = open.repeat(20_000) + open.replace("<", "</").repeat(20_000);
    return text.substring(0, place.end()) + deep + text.substring(place.end());
  }

  private String swapped(String text) {
    MatchResult one = pick(text, ID);
    MatchResult other = pick(text, ID);
    return text.replace(one.group(1), "\0")
        .replace(other.group(1), one.group(1))
        .replace("\0", other.group(1));
  }

  private String without(String text, Pattern what) {
    MatchResult place = pick(text, what);
    return text.substring(0, place.start()) + text.substring(place.end());
  }

  private String twice(String text, Pattern what) {
    MatchResult place = pick(text, what);
    return text.substring(0, place.end()) + place.group() + text.substring(place.end());
  }

  private String changed(String text) {
    MatchResult place = pick(text, ATTRIBUTE);
    String value =
        Nasty.text(random).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return text.substring(0, place.start(2)) + value + text.substring(place.end(2));
  }

  private String inserted(String text, Pattern where, List<String> what) {
    int at = pick(text, where).end();
    return text.substring(0, at) + what.get(random.nextInt(what.size())) + text.substring(at);
  }

  private String between(String text) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + Nasty.text(random) + text.substring(at);
  }

  private byte[] bytesChanged(byte[] content) {
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      content[random.nextInt(content.length)] = (byte) random.nextInt(256);
    }
    return content;
  }

  private MatchResult pick(String text, Pattern what) {
    List<MatchResult> all = what.matcher(text).results().toList();
    return all.get(random.nextInt(all.size()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

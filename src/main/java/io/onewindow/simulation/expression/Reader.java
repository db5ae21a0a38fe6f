package io.onewindow.simulation.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one expression by recursive descent, in the order of precedence of the Unified EL. */
final class Reader {

  private final Scanner scanner;
  private final Set<String> variables;
  private final Set<Expression.Call> calls;

  Reader(String text, int from, Set<String> variables, Set<Expression.Call> calls) {
    this.scanner = new Scanner(text, from);
    this.variables = variables;
    this.calls = calls;
  }

  Term whole() {
    Term term = choice();
    scanner.expect("}");
    return term;
  }

  /** Behind the closing brace. */
  int end() {
    return scanner.end();
  }

  private Term choice() {
    Term condition = or();
    if (!scanner.take("?")) {
      return condition;
    }
    Term yes = choice();
    scanner.expect(":");
    Term no = choice();
    return s -> Values.truth(condition.value(s)) ? yes.value(s) : no.value(s);
  }

  private Term or() {
    Term left = and();
    while (scanner.takeAny("||", "or") != null) {
      Term one = left;
      Term other = and();
      left = s -> Values.truth(one.value(s)) || Values.truth(other.value(s));
    }
    return left;
  }

  private Term and() {
    Term left = equality();
    while (scanner.takeAny("&&", "and") != null) {
      Term one = left;
      Term other = equality();
      left = s -> Values.truth(one.value(s)) && Values.truth(other.value(s));
    }
    return left;
  }

  private Term equality() {
    Term left = comparison();
    for (String sign = equals(); sign != null; sign = equals()) {
      boolean wanted = sign.equals("==") || sign.equals("eq");
      Term one = left;
      Term other = comparison();
      left = s -> Values.equal(one.value(s), other.value(s)) == wanted;
    }
    return left;
  }

  private String equals() {
    return scanner.takeAny("==", "!=", "eq", "ne");
  }

  private Term comparison() {
    Term left = sum();
    for (String sign = order(); sign != null; sign = order()) {
      String by = sign;
      Term one = left;
      Term other = sum();
      left = s -> compare(by, Values.compare(one.value(s), other.value(s)));
    }
    return left;
  }

  private String order() {
    return scanner.takeAny("<=", ">=", "<", ">", "le", "ge", "lt", "gt");
  }

  private static boolean compare(String sign, int order) {
    return switch (sign) {
      case "<", "lt" -> order < 0;
      case "<=", "le" -> order <= 0;
      case ">", "gt" -> order > 0;
      default -> order >= 0;
    };
  }

  private Term sum() {
    Term left = product();
    for (String sign = scanner.takeAny("+", "-"); sign != null; sign = scanner.takeAny("+", "-")) {
      left = reckon(sign.charAt(0), left, product());
    }
    return left;
  }

  private Term product() {
    Term left = unary();
    for (String sign = scanner.takeAny("*", "/", "%", "div", "mod");
        sign != null;
        sign = scanner.takeAny("*", "/", "%", "div", "mod")) {
      char by = sign.equals("div") ? '/' : sign.equals("mod") ? '%' : sign.charAt(0);
      left = reckon(by, left, unary());
    }
    return left;
  }

  private static Term reckon(char sign, Term one, Term other) {
    return s -> Values.reckon(sign, one.value(s), other.value(s));
  }

  private Term unary() {
    if (scanner.takeAny("!", "not") != null) {
      Term term = unary();
      return s -> !Values.truth(term.value(s));
    }
    if (scanner.takeAny("empty") != null) {
      Term term = unary();
      return s -> Values.isEmpty(term.value(s));
    }
    if (scanner.take("-")) {
      Term term = unary();
      return s -> Values.reckon('-', 0L, term.value(s));
    }
    return member(primary());
  }

  private Term primary() {
    if (scanner.take("(")) {
      Term inner = choice();
      scanner.expect(")");
      return inner;
    }
    if (scanner.isLiteral()) {
      Object literal = scanner.literal();
      return s -> literal;
    }
    String name = scanner.name();
    switch (name) {
      case "true", "false":
        Boolean truth = Boolean.valueOf(name);
        return s -> truth;
      case "null":
        return s -> null;
      default:
        return named(name);
    }
  }

  private Term named(String name) {
    if (scanner.isCall()) {
      scanner.expect(".");
      String method = scanner.name();
      List<Term> arguments = arguments();
      calls.add(new Expression.Call(name, method));
      return s -> s.call(name, method, arguments.stream().map(one -> one.value(s)).toList());
    }
    if (name.equals("execution") || name.equals("task")) {
      return s -> name;
    }
    variables.add(name);
    return s -> {
      Object value = s.variable(name);
      if (value == null && !s.knows(name)) {
        throw new IllegalArgumentException("变量 " + name + " 还没有值");
      }
      return value;
    };
  }

  private List<Term> arguments() {
    scanner.expect("(");
    List<Term> arguments = new ArrayList<>();
    if (!scanner.take(")")) {
      do {
        arguments.add(choice());
      } while (scanner.take(","));
      scanner.expect(")");
    }
    return arguments;
  }

  private Term member(Term of) {
    Term term = of;
    while (true) {
      if (scanner.take(".")) {
        String property = scanner.name();
        Term owner = term;
        term = s -> property(owner.value(s), property);
      } else if (scanner.take("[")) {
        Term owner = term;
        Term key = choice();
        scanner.expect("]");
        term = s -> property(owner.value(s), key.value(s));
      } else {
        return term;
      }
    }
  }

  private static Object property(Object owner, Object key) {
    if (owner instanceof Map<?, ?> map) {
      return map.get(key);
    }
    if (owner instanceof List<?> list && key instanceof Number index) {
      return list.get(index.intValue());
    }
    throw new IllegalArgumentException("取不到 " + key + "：所属的值不是对象或列表");
  }
}

package io.onewindow.simulation.expression;

/** The signs, names and literals of an expression, one after the other. */
final class Scanner {

  private final String text;
  private int at;

  Scanner(String text, int from) {
    this.text = text;
    this.at = from;
  }

  int end() {
    return at;
  }

  boolean take(String sign) {
    blanks();
    if (!text.startsWith(sign, at) || isLongerName(sign) || isLongerSign(sign)) {
      return false;
    }
    at += sign.length();
    return true;
  }

  /** The first of these that comes next, or null. */
  String takeAny(String... signs) {
    for (String sign : signs) {
      if (take(sign)) {
        return sign;
      }
    }
    return null;
  }

  void expect(String sign) {
    if (!take(sign)) {
      throw new IllegalArgumentException(
          "表达式 " + text + " 第 " + (at + 1) + " 个字符处应为“" + sign + "”");
    }
  }

  boolean isLiteral() {
    blanks();
    char next = current();
    return next == '\'' || next == '"' || Character.isDigit(next);
  }

  Object literal() {
    char quote = current();
    if (quote != '\'' && quote != '"') {
      int from = at;
      while (Character.isDigit(current()) || current() == '.') {
        at++;
      }
      String digits = text.substring(from, at);
      return digits.contains(".") ? (Object) Double.valueOf(digits) : (Object) Long.valueOf(digits);
    }
    StringBuilder literal = new StringBuilder();
    for (at++; current() != quote; at++) {
      if (at >= text.length()) {
        throw new IllegalArgumentException("表达式 " + text + " 的引号没有闭合");
      }
      if (current() == '\\') {
        at++;
      }
      literal.append(current());
    }
    at++;
    return literal.toString();
  }

  String name() {
    blanks();
    int from = at;
    while (Character.isJavaIdentifierPart(current()) && current() != 0) {
      at++;
    }
    if (from == at) {
      throw new IllegalArgumentException("表达式 " + text + " 第 " + (at + 1) + " 个字符处应为名称");
    }
    return text.substring(from, at);
  }

  /** Whether {@code .method(} follows. */
  boolean isCall() {
    int before = at;
    try {
      if (!take(".")) {
        return false;
      }
      blanks();
      int from = at;
      while (Character.isJavaIdentifierPart(current()) && current() != 0) {
        at++;
      }
      return at > from && take("(");
    } finally {
      at = before;
    }
  }

  private boolean isLongerName(String sign) {
    int next = at + sign.length();
    return Character.isJavaIdentifierStart(sign.charAt(0))
        && next < text.length()
        && Character.isJavaIdentifierPart(text.charAt(next));
  }

  /** {@code !} is not the beginning of {@code !=}. */
  private boolean isLongerSign(String sign) {
    return sign.equals("!") && text.startsWith("!=", at);
  }

  private void blanks() {
    while (Character.isWhitespace(current())) {
      at++;
    }
  }

  private char current() {
    return at < text.length() ? text.charAt(at) : 0;
  }
}

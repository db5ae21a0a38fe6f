package io.onewindow.commandline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options behind a command: {@code --name value} or {@code --name=value}. Those with a dot in
 * their name, such as {@code --onewindow.data-dir=…}, are settings of the application.
 */
final class Options {

  private final Map<String, String> values = new HashMap<>();
  private final Set<String> switches = new HashSet<>();
  private final List<String> settings = new ArrayList<>();

  private Options() {}

  /**
   * @throws WrongUse when an option is unknown, comes twice, has no value or is missing
   */
  static Options parse(List<String> arguments, Command command) {
    Options options = new Options();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      options.take(rest.next(), rest, command);
    }
    for (String name : command.required()) {
      if (!options.values.containsKey(name)) {
        throw new WrongUse("缺少 --" + name);
      }
    }
    return options;
  }

  /** The option's value without blanks at its ends, null when it was not given. */
  String value(String name) {
    return values.get(name);
  }

  boolean has(String name) {
    return switches.contains(name);
  }

  /** What is passed on to the application as it is. */
  List<String> settings() {
    return settings;
  }

  private void take(String argument, Iterator<String> rest, Command command) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    if (!name.startsWith("--")) {
      throw new WrongUse("不认识“" + argument + "”");
    }
    String key = name.substring(2);
    boolean known = command.required().contains(key) || command.optional().contains(key);
    if (command.switches().contains(key) && equals < 0) {
      switches.add(key);
    } else if (known) {
      put(key, equals < 0 ? next(name, rest) : argument.substring(equals + 1));
    } else if (key.contains(".")) {
      settings.add(equals < 0 ? name + "=" + next(name, rest) : argument);
    } else {
      throw new WrongUse("不认识选项 " + name);
    }
  }

  private void put(String key, String value) {
    if (value.indexOf('\uFFFD') >= 0) {
      throw new WrongUse("--" + key + " 的值无法识别为文字，请在支持中文的终端（例如 LANG=C.UTF-8）中运行");
    }
    if (value.isBlank()) {
      throw new WrongUse("--" + key + " 的值为空");
    }
    if (values.put(key, value.strip()) != null) {
      throw new WrongUse("--" + key + " 重复");
    }
  }

  private static String next(String name, Iterator<String> rest) {
    if (rest.hasNext()) {
      String value = rest.next();
      if (!value.startsWith("--")) {
        return value;
      }
    }
    throw new WrongUse(name + " 后面缺少值");
  }
}

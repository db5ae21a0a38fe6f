package io.onewindow.engine;

import io.onewindow.problem.Problem;
import java.util.Arrays;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Is asked before all serializers and takes no value itself, but refuses objects that nobody could
 * read again: the engine would keep any text with the name of any class, and refuse whoever reads
 * it later.
 */
final class PlainObjects extends JavaObjectSerializer {

  private static final String JSON = "application/json";

  private final Predicate<String> readable;

  /**
   * @param readable whether an object of the class of that name may be made of a text
   */
  PlainObjects(Predicate<String> readable) {
    this.readable = readable;
  }

  @Override
  public String getName() {
    return "plain-objects";
  }

  @Override
  public boolean canHandle(TypedValue value) {
    if (value instanceof ObjectValue object && !object.isDeserialized() && !isPlain(object)) {
      throw Problem.badRequest("value-refused", "有的值的类型或格式不可用：对象只接受以 JSON 写成的列表或键值表；系统未作任何更改。");
    }
    return false;
  }

  private boolean isPlain(ObjectValue object) {
    String type = object.getObjectTypeName();
    return JSON.equals(object.getSerializationDataFormat())
        && type != null
        && Arrays.stream(type.split("[<>,\\[\\]\\s]+")).allMatch(readable);
  }
}

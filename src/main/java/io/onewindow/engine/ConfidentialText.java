package io.onewindow.engine;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.StringValue;

/**
 * Texts as the engine stores them, those of confidential variables sealed: in running cases, in
 * history and in its details alike. A search for such a value finds nothing; cases are found by the
 * number of a person through the case file.
 */
final class ConfidentialText extends StringValueSerializer {

  private final Set<String> confidential;
  private final Supplier<SealedTexts> texts;

  private ConfidentialText(Set<String> confidential, Supplier<SealedTexts> texts) {
    this.confidential = Set.copyOf(confidential);
    this.texts = texts;
  }

  /** Takes the place of the engine's own serializer, whose name its rows already bear. */
  static void replace(
      VariableSerializers serializers, Set<String> confidential, Supplier<SealedTexts> texts) {
    var own = new ConfidentialText(confidential, texts);
    int place = serializers.getSerializerIndexByName(own.getName());
    serializers.removeSerializer(serializers.getSerializerByName(own.getName()));
    serializers.addSerializer(own, place);
  }

  @Override
  public void writeValue(StringValue value, ValueFields fields) {
    super.writeValue(value, fields);
    if (value.getValue() != null && confidential.contains(fields.getName())) {
      fields.setTextValue(texts.get().seal(place(fields.getName()), value.getValue()));
    }
  }

  @Override
  public StringValue readValue(ValueFields fields, boolean asTransientValue) {
    StringValue stored = super.readValue(fields, asTransientValue);
    return stored.getValue() == null || !confidential.contains(fields.getName())
        ? stored
        : Variables.stringValue(
            texts.get().open(place(fields.getName()), stored.getValue()), asTransientValue);
  }

  /** Each variable is sealed under its own name. */
  static String place(String variable) {
    return "variable " + variable;
  }
}

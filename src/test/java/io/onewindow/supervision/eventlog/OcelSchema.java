package io.onewindow.supervision.eventlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** The JSON schema of OCEL 2.0, as its specification sets it out. */
final class OcelSchema {

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V7)
          .getSchema(OcelSchema.class.getResourceAsStream("/eventlog/ocel-2.0.schema.json"));

  private OcelSchema() {}

  static List<String> violations(JsonNode log) {
    return SCHEMA
        .validate(log, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}

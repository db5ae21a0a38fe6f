package io.onewindow.problem;

import java.util.List;

/**
 * A refusal that its reader can act upon: an HTTP status, a stable code, one Chinese sentence and,
 * where fields are wrong, which fields and what would be right. Nothing has changed when it is
 * thrown inside a transaction.
 */
public class Problem extends RuntimeException {

  /** One field that was refused. */
  public record Field(String key, String label, String reason) {
    @Override
    public String toString() {
      return "“" + label + "”" + reason;
    }
  }

  private final int status;
  private final String code;
  private final transient List<Field> fields;

  private Problem(int status, String code, String detail, List<Field> fields) {
    super(detail);
    this.status = status;
    this.code = code;
    this.fields = List.copyOf(fields);
  }

  /** 400: something sent is missing or malformed. */
  public static Problem badRequest(String code, String detail) {
    return new Problem(400, code, detail, List.of());
  }

  /** 400 with a code of its own: one field is wrong. */
  public static Problem badField(String code, Field field, String detail) {
    return new Problem(400, code, detail, List.of(field));
  }

  /** 400: these fields are wrong; the sentence names each of them. */
  public static Problem badFields(List<Field> fields) {
    var sentences = fields.stream().map(Field::toString).toList();
    return new Problem(400, "field-refused", String.join("；", sentences) + "。", fields);
  }

  /** 403: the caller may not do this here. */
  public static Problem forbidden(String code, String detail) {
    return new Problem(403, code, detail, List.of());
  }

  /** 404: there is no such thing, or none that the caller may see. */
  public static Problem notFound(String code, String detail) {
    return new Problem(404, code, detail, List.of());
  }

  /** 409: somebody else was faster, or the matter is already closed. */
  public static Problem conflict(String code, String detail) {
    return new Problem(409, code, detail, List.of());
  }

  /** Any other status that has no sentence of its own above. */
  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of());
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<Field> fields() {
    return fields;
  }

  /** The problem among {@code error} and its causes, or null. */
  public static Problem in(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    return null;
  }
}

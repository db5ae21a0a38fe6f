package io.onewindow.fuzz;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** JSON of the shape that an endpoint reads, with something wrong in it here and there. */
final class BodyGrammar {

  private static final int DEEPEST = 4;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectMapper mapper = new ObjectMapper();
  private final RandomGenerator random;

  BodyGrammar(RandomGenerator random) {
    this.random = random;
  }

  /** Names that a body of that type may hold. */
  Set<String> keys(Type type) {
    Set<String> names = new TreeSet<>();
    if (type != null) {
      properties(mapper.constructType(type)).forEach(one -> names.add(one.getName()));
    }
    return names;
  }

  JsonNode of(Type type) {
    return type == null ? anything(0) : of(mapper.constructType(type), 0);
  }

  private JsonNode of(JavaType type, int depth) {
    if (depth > DEEPEST || random.nextInt(10) == 0) {
      return anything(depth);
    }
    if (type.isCollectionLikeType() || type.isArrayType()) {
      ArrayNode array = JSON.arrayNode();
      for (int i = random.nextInt(3); i >= 0; i--) {
        array.add(of(type.getContentType(), depth + 1));
      }
      return array;
    }
    if (type.isMapLikeType()) {
      ObjectNode object = JSON.objectNode();
      object.set("x", of(type.getContentType(), depth + 1));
      object.set(Nasty.text(random), of(type.getContentType(), depth + 1));
      return object;
    }
    return isPlain(type.getRawClass()) ? plain(type.getRawClass()) : object(type, depth);
  }

  private static boolean isPlain(Class<?> type) {
    return type.isPrimitive() || type.isEnum() || type.getName().startsWith("java.");
  }

  private ObjectNode object(JavaType type, int depth) {
    ObjectNode object = JSON.objectNode();
    List<BeanPropertyDefinition> all = properties(type);
    int most = Math.min(all.size(), 6);
    boolean few = all.size() > most;
    for (BeanPropertyDefinition one : all) {
      if (!few || random.nextInt(all.size()) < most) {
        object.set(one.getName(), of(one.getPrimaryType(), depth + 1));
      }
    }
    if (random.nextInt(4) == 0) {
      object.set("noSuchKey", anything(depth + 1));
    }
    return object;
  }

  private List<BeanPropertyDefinition> properties(JavaType type) {
    return mapper.getDeserializationConfig().introspect(type).findProperties().stream()
        .sorted(Comparator.comparing(BeanPropertyDefinition::getName))
        .toList();
  }

  private JsonNode plain(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return JSON.booleanNode(random.nextBoolean());
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return number();
    }
    if (type.isEnum() && type.getEnumConstants().length > 0 && random.nextBoolean()) {
      Object[] known = type.getEnumConstants();
      return JSON.textNode(known[random.nextInt(known.length)].toString());
    }
    return JSON.textNode(Nasty.text(random));
  }

  private JsonNode number() {
    return switch (random.nextInt(7)) {
      case 0 -> JSON.numberNode(-1);
      case 1 -> JSON.numberNode(Integer.MIN_VALUE);
      case 2 -> JSON.numberNode(Long.MAX_VALUE);
      case 3 -> JSON.numberNode(BigInteger.TEN.pow(400));
      case 4 -> JSON.numberNode(0.1);
      default -> JSON.numberNode(random.nextInt(100));
    };
  }

  private JsonNode anything(int depth) {
    return switch (random.nextInt(depth > DEEPEST ? 4 : 6)) {
      case 0 -> JSON.nullNode();
      case 1 -> number();
      case 2 -> JSON.booleanNode(random.nextBoolean());
      case 3 -> JSON.textNode(Nasty.text(random));
      case 4 -> JSON.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
      default -> JSON.objectNode().set(Nasty.text(random), anything(depth + 1));
    };
  }
}

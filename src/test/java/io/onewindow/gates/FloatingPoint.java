package io.onewindow.gates;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Numbers that are only nearly what they say. */
final class FloatingPoint {

  private static final Set<String> TYPES =
      Set.of("float", "double", "java.lang.Float", "java.lang.Double");

  static final ArchCondition<JavaClass> BE_ABSENT =
      new ArchCondition<>("do without float and double") {
        @Override
        public void check(JavaClass owner, ConditionEvents events) {
          uses(owner)
              .forEach(
                  use ->
                      events.add(
                          SimpleConditionEvent.violated(
                              owner, owner.getName() + " has a floating-point number: " + use)));
        }
      };

  private FloatingPoint() {}

  /** Local variables leave no trace in class files; what they are filled from does. */
  private static Stream<String> uses(JavaClass owner) {
    Stream<String> fields =
        owner.getFields().stream()
            .filter(field -> isOne(field.getRawType()))
            .map(field -> field.getName());
    Stream<String> signatures =
        owner.getCodeUnits().stream()
            .filter(
                code ->
                    isOne(code.getRawReturnType())
                        || code.getRawParameterTypes().stream().anyMatch(FloatingPoint::isOne))
            .map(code -> code.getName());
    Stream<String> calls =
        owner.getMethodCallsFromSelf().stream()
            .filter(call -> isOne(call.getTarget().getRawReturnType()))
            .map(call -> call.getDescription());
    return Stream.of(fields, signatures, calls).flatMap(found -> found);
  }

  private static boolean isOne(JavaClass type) {
    return TYPES.contains(type.getName());
  }
}

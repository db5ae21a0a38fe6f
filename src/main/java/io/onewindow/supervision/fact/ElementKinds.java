package io.onewindow.supervision.fact;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kinds of elements in the engine's words, as far as they take time or join branches. */
final class ElementKinds {

  /** Somebody is at work, or the case waits for something. */
  private static final Set<String> STEPS =
      Set.of(
          "userTask",
          "receiveTask",
          "manualTask",
          "intermediateMessageCatch",
          "intermediateTimer",
          "intermediateSignalCatch",
          "intermediateConditional");

  /** Other elements are at work inside. */
  private static final Set<String> CONTAINERS =
      Set.of("callActivity", "subProcess", "transaction", "adHocSubProcess");

  private static final Set<String> GATEWAYS = Set.of("parallelGateway", "inclusiveGateway");

  static final Set<String> ALL =
      Stream.of(STEPS, CONTAINERS, GATEWAYS).flatMap(Set::stream).collect(Collectors.toSet());

  private ElementKinds() {}

  static boolean isContainer(String type) {
    return CONTAINERS.contains(type);
  }

  static boolean isGateway(String type) {
    return GATEWAYS.contains(type);
  }
}

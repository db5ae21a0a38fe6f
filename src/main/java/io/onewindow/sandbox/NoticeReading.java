package io.onewindow.sandbox;

import io.onewindow.casefile.material.Material;
import io.onewindow.casefile.material.Requirement;
import io.onewindow.sandbox.Exercise.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a one-time notice asks for, compared with what is wrong. An entry is first held against the
 * planted faults; only one that names none of them can be asking for too much.
 *
 * @param told the faults it names
 * @param exempt entries that ask for what the government has, with the material
 * @param sound entries that ask for what was handed in in order, with the material
 * @param unknown entries that no rule of the exercise knows: for the trainer to judge
 */
record NoticeReading(
    Set<Fault> told,
    Map<String, Material> exempt,
    Map<String, Material> sound,
    List<String> unknown) {

  private static final Pattern BETWEEN = Pattern.compile("[\\n;；]+");

  /**
   * @param items the notice as it was written; null where there was none
   * @param register the case's materials
   */
  static NoticeReading of(
      String items, List<Fault> faults, Exercise exercise, List<Material> register) {
    NoticeReading reading =
        new NoticeReading(
            new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    if (items != null) {
      BETWEEN
          .splitAsStream(items)
          .map(String::strip)
          .filter(entry -> !entry.isEmpty())
          .forEach(entry -> reading.read(entry, faults, exercise, register));
    }
    return reading;
  }

  private void read(String entry, List<Fault> faults, Exercise exercise, List<Material> register) {
    List<Fault> named = faults.stream().filter(one -> one.told().matcher(entry).find()).toList();
    if (!named.isEmpty()) {
      told.addAll(named);
      return;
    }
    Optional<Material> asked =
        register.stream().filter(one -> asksFor(entry, exercise, one)).findFirst();
    if (asked.isEmpty()) {
      unknown.add(entry);
    } else if (asked.get().requirement() == Requirement.SHARED) {
      exempt.put(entry, asked.get());
    } else if (isSound(asked.get(), faults)) {
      sound.put(entry, asked.get());
    } else {
      // vague, but about the right material
      unknown.add(entry);
    }
  }

  private static boolean asksFor(String entry, Exercise exercise, Material material) {
    Exercise.Sheet sheet = exercise.materials().get(material.materialId());
    return sheet != null && sheet.asked() != null && sheet.asked().matcher(entry).find();
  }

  private static boolean isSound(Material material, List<Fault> faults) {
    return faults.stream().noneMatch(one -> one.material().equals(material.materialId()));
  }
}

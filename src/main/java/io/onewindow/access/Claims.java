package io.onewindow.access;

import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import io.onewindow.department.StaffGroup;
import io.onewindow.engine.Caller;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads from what the identity platform says of a person who that is here. What names no group or
 * jurisdiction of ours is passed over: platforms serve other systems too.
 */
final class Claims {

  /** What the engine takes as an id. */
  private static final Pattern USER_ID = Pattern.compile("[a-zA-Z0-9]{1,64}");

  private static final String ADMINISTRATORS = "camunda-admin";

  private final PlatformSettings settings;
  private final Set<String> groups;
  private final Set<String> jurisdictions;

  Claims(PlatformSettings settings, Departments departments) {
    this.settings = settings;
    groups = departments.groups().stream().map(StaffGroup::id).collect(Collectors.toSet());
    groups.add(ADMINISTRATORS);
    jurisdictions =
        departments.jurisdictions().stream().map(Jurisdiction::id).collect(Collectors.toSet());
  }

  /**
   * @throws UnfitClaims when the user id is missing or none that this system can hold
   */
  Caller caller(Map<String, Object> claims) {
    Object id = at(claims, settings.userClaim());
    if (!(id instanceof String text) || !USER_ID.matcher(text).matches()) {
      throw new UnfitClaims(
          "统一身份认证平台给出的工号（声明 " + settings.userClaim() + "）应为字母和数字，最长 64 个字符；请联系系统管理员。");
    }
    return new Caller(
        text,
        ours(at(claims, settings.groupsClaim()), settings.groups(), groups::contains),
        ours(
            at(claims, settings.jurisdictionsClaim()),
            settings.jurisdictions(),
            jurisdictions::contains));
  }

  /** The person's name; the id where the platform gives none. */
  String name(Map<String, Object> claims) {
    return at(claims, settings.nameClaim()) instanceof String name && !name.isBlank()
        ? name.strip()
        : caller(claims).id();
  }

  private static Set<String> ours(
      Object claim, Map<String, String> names, Predicate<String> known) {
    return strings(claim)
        .map(name -> names.getOrDefault(name, name))
        .filter(known)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> strings(Object claim) {
    if (claim instanceof Collection<?> several) {
      return several.stream().map(String::valueOf);
    }
    return claim instanceof String one ? Stream.of(one.split("[ ,]+")) : Stream.empty();
  }

  private static Object at(Map<String, Object> claims, String path) {
    if (claims.containsKey(path)) {
      return claims.get(path);
    }
    Object inside = claims;
    for (String name : path.split("\\.")) {
      inside = inside instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return inside;
  }
}

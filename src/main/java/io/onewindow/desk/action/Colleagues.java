package io.onewindow.desk.action;

import io.onewindow.department.Departments;
import io.onewindow.department.StaffGroup;
import io.onewindow.engine.Callers;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Who works where; read as the system, for officers see no list of people of the engine's. */
@Component
class Colleagues {

  private final IdentityService identity;
  private final Departments departments;
  private final Callers callers;

  Colleagues(IdentityService identity, Departments departments, Callers callers) {
    this.identity = identity;
    this.departments = departments;
    this.callers = callers;
  }

  /** The people of these functions in a jurisdiction, in the order of their ids. */
  List<Colleague> of(String jurisdiction, Collection<String> groups) {
    return callers.asSystem(
        () ->
            groups.stream()
                .flatMap(
                    group ->
                        identity
                            .createUserQuery()
                            .memberOfTenant(jurisdiction)
                            .memberOfGroup(group)
                            .list()
                            .stream())
                .map(Colleagues::colleague)
                .distinct()
                .sorted(Comparator.comparing(Colleague::id))
                .toList());
  }

  boolean worksIn(String person, String jurisdiction, Collection<String> groups) {
    return of(jurisdiction, groups).stream().anyMatch(one -> one.id().equals(person));
  }

  /** The functions of a jurisdiction that have people, in the order of their names. */
  List<Office> offices(String jurisdiction) {
    return departments.groups().stream()
        .map(StaffGroup::id)
        .map(group -> office(jurisdiction, group))
        .filter(office -> !office.people().isEmpty())
        .toList();
  }

  private Office office(String jurisdiction, String group) {
    return new Office(
        group, departments.name(jurisdiction, group), of(jurisdiction, Set.of(group)));
  }

  Set<String> groupsOf(String person) {
    return callers.asSystem(
        () ->
            identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet()));
  }

  boolean worksFor(String person, String jurisdiction) {
    return callers.asSystem(
        () -> identity.createUserQuery().userId(person).memberOfTenant(jurisdiction).count() > 0);
  }

  /** Name and id; the id alone for somebody who has left. */
  String name(String person) {
    return callers.asSystem(
        () -> {
          User user = identity.createUserQuery().userId(person).singleResult();
          return user == null ? person : colleague(user).name();
        });
  }

  /** Who signed, and for whom: {@code X 代 Y}. */
  String signature(String person, String onBehalfOf) {
    return onBehalfOf == null ? name(person) : name(person) + " 代 " + name(onBehalfOf);
  }

  private static Colleague colleague(User user) {
    String name = (plain(user.getFirstName()) + plain(user.getLastName())).strip();
    return new Colleague(
        user.getId(), name.isEmpty() ? user.getId() : name + "（" + user.getId() + "）");
  }

  private static String plain(String part) {
    return part == null ? "" : part;
  }
}

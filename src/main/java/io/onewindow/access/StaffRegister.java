package io.onewindow.access;

import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.engine.OneNodeAtATime;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;

/**
 * Keeps the people whom the platform vouches for known to the engine as the platform last described
 * them, so that tasks can be passed to them and screens show their names. No password is written.
 */
final class StaffRegister {

  private final IdentityService identity;
  private final Callers callers;
  private final OneNodeAtATime oneNodeAtATime;

  StaffRegister(IdentityService identity, Callers callers, OneNodeAtATime oneNodeAtATime) {
    this.identity = identity;
    this.callers = callers;
    this.oneNodeAtATime = oneNodeAtATime;
  }

  /**
   * @param name as the platform gives it
   */
  void keep(Caller person, String name) {
    callers.asSystem(
        () -> {
          if (!isKept(person, name)) {
            // several first requests of one person arrive at the same time
            oneNodeAtATime.run(() -> write(person, name));
          }
          return null;
        });
  }

  private boolean isKept(Caller person, String name) {
    User user = identity.createUserQuery().userId(person.id()).singleResult();
    return user != null
        && name.equals(user.getLastName())
        && groups(person).equals(person.groups())
        && jurisdictions(person).equals(person.jurisdictions());
  }

  private void write(Caller person, String name) {
    User user = identity.createUserQuery().userId(person.id()).singleResult();
    if (user == null) {
      user = identity.newUser(person.id());
    }
    user.setFirstName("");
    user.setLastName(name);
    identity.saveUser(user);
    level(
        groups(person),
        person.groups(),
        group -> identity.createMembership(person.id(), group),
        group -> identity.deleteMembership(person.id(), group));
    level(
        jurisdictions(person),
        person.jurisdictions(),
        jurisdiction -> identity.createTenantUserMembership(jurisdiction, person.id()),
        jurisdiction -> identity.deleteTenantUserMembership(jurisdiction, person.id()));
  }

  private static void level(
      Collection<String> is,
      Collection<String> wanted,
      Consumer<String> add,
      Consumer<String> end) {
    wanted.stream().filter(one -> !is.contains(one)).forEach(add);
    is.stream().filter(one -> !wanted.contains(one)).forEach(end);
  }

  private Set<String> groups(Caller person) {
    return identity.createGroupQuery().groupMember(person.id()).list().stream()
        .map(Group::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> jurisdictions(Caller person) {
    return identity.createTenantQuery().userMember(person.id()).list().stream()
        .map(Tenant::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

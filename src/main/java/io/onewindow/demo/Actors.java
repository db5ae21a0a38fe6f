package io.onewindow.demo;

import io.onewindow.engine.Callers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people who play, each under nobody's rights but the own. */
@Component
@Profile("demo")
public class Actors {

  /** Somebody with the functions and jurisdictions that sign-in would find. */
  public record Actor(String id, List<String> groups, List<String> tenants) {}

  private final IdentityService identity;
  private final Callers callers;

  Actors(IdentityService identity, Callers callers) {
    this.identity = identity;
    this.callers = callers;
  }

  /** A group of actors for one play; who comes or goes meanwhile does not matter to it. */
  public Ensemble ensemble() {
    return new Ensemble();
  }

  /** The people of one play, looked up once. */
  public final class Ensemble {

    private final Map<String, List<Actor>> byFunction = new HashMap<>();
    private final Map<String, Actor> byId = new HashMap<>();

    /** Somebody of that function who works for that jurisdiction rather than for others too. */
    public Optional<Actor> of(String group, String jurisdiction) {
      return byFunction
          .computeIfAbsent(group + "@" + jurisdiction, key -> find(group, jurisdiction))
          .stream()
          .findFirst();
    }

    public Actor named(String id) {
      return byId.computeIfAbsent(id, Actors.this::actor);
    }

    private List<Actor> find(String group, String jurisdiction) {
      return callers.asSystem(
          () ->
              identity
                  .createUserQuery()
                  .memberOfGroup(group)
                  .memberOfTenant(jurisdiction)
                  .list()
                  .stream()
                  .map(User::getId)
                  .map(this::named)
                  .sorted(
                      Comparator.<Actor>comparingInt(one -> one.tenants().size())
                          .thenComparing(Actor::id))
                  .toList());
    }
  }

  private Actor actor(String id) {
    return callers.asSystem(
        () ->
            new Actor(
                id,
                identity.createGroupQuery().groupMember(id).list().stream()
                    .map(Group::getId)
                    .toList(),
                identity.createTenantQuery().userMember(id).list().stream()
                    .map(Tenant::getId)
                    .toList()));
  }

  /** Does something as that person. */
  public <T> T as(Actor person, Supplier<T> deed) {
    identity.setAuthentication(person.id(), person.groups(), person.tenants());
    try {
      return deed.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}

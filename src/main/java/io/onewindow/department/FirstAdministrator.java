package io.onewindow.department;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates the administrator who lets everybody else in. */
@Component
public class FirstAdministrator {

  private final IdentityService identity;
  private final AuthorizationService authorizations;

  FirstAdministrator(IdentityService identity, AuthorizationService authorizations) {
    this.identity = identity;
    this.authorizations = authorizations;
  }

  /** Whether somebody administers the system already. */
  public boolean exists() {
    return identity.createUserQuery().memberOfGroup(CAMUNDA_ADMIN).count() > 0;
  }

  /**
   * @param id letters and digits
   * @param password in clear
   */
  @Transactional
  public void create(String id, String password) {
    User user = identity.newUser(id);
    user.setFirstName("系统");
    user.setLastName("管理员");
    user.setPassword(password);
    identity.saveUser(user);
    entitle();
    identity.createMembership(id, CAMUNDA_ADMIN);
  }

  /** Makes the group of administrators what it is, whoever will belong to it. */
  @Transactional
  public void entitle() {
    if (identity.createGroupQuery().groupId(CAMUNDA_ADMIN).count() == 0) {
      Group group = identity.newGroup(CAMUNDA_ADMIN);
      group.setName("系统管理员");
      group.setType("SYSTEM");
      identity.saveGroup(group);
    }
    for (Resources resource : Resources.values()) {
      mayDoEverything(resource);
    }
  }

  private void mayDoEverything(Resources resource) {
    boolean given =
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(CAMUNDA_ADMIN)
                .resourceType(resource)
                .resourceId(ANY)
                .count()
            > 0;
    if (!given) {
      Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
      grant.setGroupId(CAMUNDA_ADMIN);
      grant.setResource(resource);
      grant.setResourceId(ANY);
      grant.addPermission(Permissions.ALL);
      authorizations.saveAuthorization(grant);
    }
  }
}

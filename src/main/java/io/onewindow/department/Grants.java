package io.onewindow.department;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.stereotype.Component;

/** Grants to groups that are given once and found again at the next start. */
@Component
class Grants {

  private final AuthorizationService authorizations;

  Grants(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  void give(String group, Resource resource, String resourceId, Permission... permissions) {
    boolean given =
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .count()
            > 0;
    if (!given) {
      Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
      grant.setGroupId(group);
      grant.setResource(resource);
      grant.setResourceId(resourceId);
      grant.setPermissions(permissions);
      authorizations.saveAuthorization(grant);
    }
  }

  void giveTo(String person, Resource resource, String resourceId, Permission... permissions) {
    boolean given =
        authorizations
                .createAuthorizationQuery()
                .userIdIn(person)
                .resourceType(resource)
                .resourceId(resourceId)
                .count()
            > 0;
    if (!given) {
      Authorization grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
      grant.setUserId(person);
      grant.setResource(resource);
      grant.setResourceId(resourceId);
      grant.setPermissions(permissions);
      authorizations.saveAuthorization(grant);
    }
  }
}

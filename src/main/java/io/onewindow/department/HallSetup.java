package io.onewindow.department;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.DELETE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;

/**
 * Creates at every start what is missing: a tenant for each jurisdiction, a group for each function
 * and role, what each may do, and its task list. What is there is left as it is.
 */
@Component
class HallSetup {

  private final IdentityService identity;
  private final Departments departments;
  private final Grants grants;
  private final TaskLists taskLists;

  HallSetup(IdentityService identity, Departments departments, Grants grants, TaskLists taskLists) {
    this.identity = identity;
    this.departments = departments;
    this.grants = grants;
    this.taskLists = taskLists;
  }

  void setUp() {
    departments.jurisdictions().forEach(this::tenant);
    departments.groups().forEach(this::group);
    grants.give(StaffGroup.WINDOW, PROCESS_INSTANCE, ANY, CREATE);
    departments.groups().stream()
        .filter(group -> group.id().equals(StaffGroup.APPROVAL))
        .forEach(
            approval -> {
              taskLists.share(approval, StaffGroup.LEADER);
              taskLists.share(approval, StaffGroup.GOV_LEADER);
            });
    // before what all of these may read, because a grant is given once
    grants.give(StaffGroup.RELEASE, DEPLOYMENT, ANY, CREATE, READ, DELETE);
    mayUseCockpit(StaffGroup.SUPERVISOR);
    mayUseCockpit(StaffGroup.TRAINER);
    mayUseCockpit(StaffGroup.AUDITOR);
    mayUseCockpit(StaffGroup.RELEASE);
    grants.give(
        StaffGroup.AUDITOR, OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
    grants.give(StaffGroup.AUDITOR, AUTHORIZATION, ANY, READ);
    grants.give(StaffGroup.AUDITOR, GROUP, ANY, READ);
    grants.give(StaffGroup.AUDITOR, USER, ANY, READ);
  }

  private void tenant(Jurisdiction jurisdiction) {
    if (identity.createTenantQuery().tenantId(jurisdiction.id()).count() == 0) {
      Tenant tenant = identity.newTenant(jurisdiction.id());
      tenant.setName(jurisdiction.name());
      identity.saveTenant(tenant);
    }
  }

  private void group(StaffGroup staff) {
    if (identity.createGroupQuery().groupId(staff.id()).count() == 0) {
      Group group = identity.newGroup(staff.id());
      group.setName(staff.name());
      group.setType(staff.kind());
      identity.saveGroup(group);
    }
    grants.give(staff.id(), APPLICATION, "welcome", ACCESS);
    grants.give(staff.id(), PROCESS_DEFINITION, ANY, onDefinitions(staff.id()));
    if (staff.worksOnTasks()) {
      // tasks themselves need no grant: whoever they are offered to may work on them
      grants.give(staff.id(), APPLICATION, "tasklist", ACCESS);
      taskLists.ensure(staff);
    }
  }

  private static Permission[] onDefinitions(String group) {
    return switch (group) {
      case StaffGroup.WINDOW -> new Permission[] {READ, CREATE_INSTANCE};
      case StaffGroup.LEADER, StaffGroup.GOV_LEADER -> new Permission[] {READ, READ_TASK};
      case StaffGroup.AUDITOR -> new Permission[] {READ, READ_HISTORY};
      case StaffGroup.SUPERVISOR -> new Permission[] {READ, READ_INSTANCE, READ_TASK, READ_HISTORY};
      default -> new Permission[] {READ};
    };
  }

  /** The jurisdictions a supervisor belongs to decide which cases the pages show. */
  private void mayUseCockpit(String group) {
    grants.give(group, APPLICATION, "cockpit", ACCESS);
    grants.give(group, DECISION_DEFINITION, ANY, READ, READ_HISTORY);
    grants.give(group, DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
    grants.give(group, DEPLOYMENT, ANY, READ);
  }
}

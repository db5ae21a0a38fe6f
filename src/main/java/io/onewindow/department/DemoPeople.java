package io.onewindow.department;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * People to try the system with, one for each role in each jurisdiction, and an administrator, all
 * with the same password. They exist in the demo profile only, and no command brings them in: it
 * may be given another database than the demonstration's.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "onewindow.demo.people", matchIfMissing = true)
class DemoPeople {

  /** One person that can sign in. */
  record Person(String id, String office, String jurisdiction, String role) {}

  private static final String ADMINISTRATOR = "admin";

  private static final Map<String, String> ROLES = new LinkedHashMap<>();

  static {
    ROLES.put("Clerk", "window");
    ROLES.put("Approval", "approval");
    ROLES.put("Police", "police");
    ROLES.put("Tax", "tax");
    ROLES.put("Hrss", "hrss");
    ROLES.put("MedicalIns", "medicalIns");
    ROLES.put("HousingFund", "housingFund");
    ROLES.put("Bank", "pboc");
    ROLES.put("MarketReg", "marketReg");
    ROLES.put("Power", "power");
    ROLES.put("Housing", "housing");
    ROLES.put("Planning", "planning");
    ROLES.put("UrbanMgmt", "urbanMgmt");
    ROLES.put("Water", "water");
    ROLES.put("Utilities", "utilities");
    ROLES.put("Education", "education");
    ROLES.put("Civil", "civil");
    ROLES.put("Health", "health");
    ROLES.put("Town", "townGov");
    ROLES.put("Supervisor", "supervisor");
    ROLES.put("Trainer", "trainer");
    ROLES.put("Leader", "leader");
    ROLES.put("GovLeader", "govLeader");
    ROLES.put("Auditor", StaffGroup.AUDITOR);
    ROLES.put("Release", StaffGroup.RELEASE);
  }

  private final IdentityService identity;
  private final Departments departments;
  private final FirstAdministrator administrators;
  private final String password;

  DemoPeople(
      IdentityService identity,
      Departments departments,
      FirstAdministrator administrators,
      @Value("${onewindow.demo.password}") String password) {
    this.identity = identity;
    this.departments = departments;
    this.administrators = administrators;
    this.password = password;
  }

  /** Everybody that can sign in, in the order of the landing page. */
  List<Person> everybody() {
    return everybody(departments);
  }

  static List<Person> everybody(Departments departments) {
    return departments.jurisdictions().stream()
        .flatMap(
            j ->
                ROLES.entrySet().stream()
                    .map(
                        role ->
                            new Person(
                                j.peoplePrefix() + role.getKey(),
                                departments.name(j.id(), role.getValue()),
                                j.id(),
                                role.getValue())))
        .toList();
  }

  void settleIn() {
    everybody().forEach(this::settle);
    if (!isThere(ADMINISTRATOR)) {
      administrators.create(ADMINISTRATOR, password);
    }
  }

  private void settle(Person person) {
    if (isThere(person.id())) {
      return;
    }
    User user = identity.newUser(person.id());
    user.setFirstName(departments.jurisdiction(person.jurisdiction()).name());
    user.setLastName(person.office());
    user.setPassword(password);
    identity.saveUser(user);
    identity.createMembership(person.id(), person.role());
    identity.createTenantUserMembership(person.jurisdiction(), person.id());
    if (person.role().equals(StaffGroup.SUPERVISOR)) {
      counties(person.jurisdiction())
          .forEach(county -> identity.createTenantUserMembership(county, person.id()));
    }
  }

  private boolean isThere(String id) {
    return identity.createUserQuery().userId(id).count() > 0;
  }

  /** A city's supervisor also sees the city's counties. */
  private List<String> counties(String city) {
    return departments.jurisdictions().stream()
        .filter(j -> city.equals(j.parent()))
        .map(Jurisdiction::id)
        .toList();
  }
}

package io.onewindow.department;

import io.onewindow.engine.Accounts;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the landing page shows: the jurisdictions, and in the demo profile who can sign in. */
@RestController
class LandingData {

  /**
   * @param signIn {@code accounts} where passwords are kept here, {@code platform} where people
   *     sign in at an identity platform
   */
  record Landing(
      List<Jurisdiction> jurisdictions, List<DemoPeople.Person> demoPeople, String signIn) {}

  private final Departments departments;
  private final ObjectProvider<DemoPeople> demoPeople;
  private final Accounts accounts;

  LandingData(Departments departments, ObjectProvider<DemoPeople> demoPeople, Accounts accounts) {
    this.departments = departments;
    this.demoPeople = demoPeople;
    this.accounts = accounts;
  }

  /** The list of demo people is empty outside the demo profile. */
  @GetMapping("/api/v1/landing")
  Landing landing() {
    DemoPeople people = demoPeople.getIfAvailable();
    return new Landing(
        List.copyOf(departments.jurisdictions()),
        people == null ? List.of() : people.everybody(),
        accounts.areKeptHere() ? "accounts" : "platform");
  }
}

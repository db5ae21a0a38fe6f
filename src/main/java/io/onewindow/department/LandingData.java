package io.onewindow.department;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the landing page shows: the jurisdictions, and in the demo profile who can sign in. */
@RestController
class LandingData {

  record Landing(List<Jurisdiction> jurisdictions, List<DemoPeople.Person> demoPeople) {}

  private final Departments departments;
  private final ObjectProvider<DemoPeople> demoPeople;

  LandingData(Departments departments, ObjectProvider<DemoPeople> demoPeople) {
    this.departments = departments;
    this.demoPeople = demoPeople;
  }

  /** The list of demo people is empty outside the demo profile. */
  @GetMapping("/api/v1/landing")
  Landing landing() {
    DemoPeople people = demoPeople.getIfAvailable();
    return new Landing(
        List.copyOf(departments.jurisdictions()), people == null ? List.of() : people.everybody());
  }
}

package io.onewindow.casefile.paper;

import io.onewindow.department.Departments;
import io.onewindow.department.Jurisdiction;
import org.springframework.stereotype.Component;

/** Who issues the papers of a case: a department by its full name, as on a letterhead. */
@Component
class Issuer {

  /** Before the name of a role that acts differently from place to place. */
  private static final String ROLE = "role:";

  private final Departments departments;
  private final PaperSettings settings;

  Issuer(Departments departments, PaperSettings settings) {
    this.departments = departments;
    this.settings = settings;
  }

  /**
   * The plans print 县行政审批服务局 where a letterhead says 宁阳县行政审批服务局; names that are no such
   * abbreviation stay as they are.
   */
  String of(String jurisdiction, String service) {
    Jurisdiction place = departments.jurisdiction(jurisdiction);
    String name = departments.name(jurisdiction, group(jurisdiction, settings.issuer(service)));
    String rank = place.name().substring(place.name().length() - 1);
    return name.startsWith(rank) ? place.name() + name.substring(rank.length()) : name;
  }

  private String group(String jurisdiction, String issuer) {
    return issuer.startsWith(ROLE)
        ? departments.acting(jurisdiction, issuer.substring(ROLE.length()))
        : issuer;
  }
}

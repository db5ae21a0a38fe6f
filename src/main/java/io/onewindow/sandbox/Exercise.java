package io.onewindow.sandbox;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a trainee is to practise, and the applicants that come. Where values are texts, what stands
 * in braces is filled in as in the scripts of the played month.
 *
 * @param id name of its file
 * @param title in Chinese
 * @param goal what the trainee should manage, in Chinese
 * @param service slug
 * @param role group whose work the trainee does; coworkers do everybody else's
 * @param refusalClause what refusing without ground goes against; null for the licensing law
 * @param form what differs from the usual start form in every case
 * @param materials by id of the list
 * @param applicants in the order they come
 */
record Exercise(
    String id,
    String title,
    String goal,
    String service,
    String role,
    String refusalClause,
    Map<String, Object> form,
    Map<String, Sheet> materials,
    List<Applicant> applicants) {

  Exercise {
    form = form == null ? Map.of() : form;
    materials = materials == null ? Map.of() : Map.copyOf(materials);
    applicants = List.copyOf(applicants);
  }

  Exercise named(String name) {
    return new Exercise(
        name, title, goal, service, role, refusalClause, form, materials, applicants);
  }

  /**
   * A material as applicants bring it.
   *
   * @param asked matches an entry of a notice that asks for it
   * @param lines what stands on a sound one
   */
  record Sheet(Pattern asked, List<String> lines) {

    Sheet {
      lines = lines == null ? List.of() : List.copyOf(lines);
    }
  }

  /**
   * Somebody who applies.
   *
   * @param name of the situation, in Chinese; shown afterwards
   * @param comes office hours after the beginning
   * @param form what differs in the start form
   * @param mistaken what is first filled in wrongly, so that the system refuses it; null for
   *     nothing
   * @param faults what is planted
   * @param answers office hours until the applicant answers a notice; null for the usual
   * @param withdraws null unless the applicant takes the application back
   * @param complains whether the applicant rates, and badly when treated badly
   * @param refusal why the law has it refused; null where it must not be
   * @param says what the applicant tells on coming; null for nothing
   */
  record Applicant(
      String name,
      double comes,
      Map<String, Object> form,
      Map<String, Object> mistaken,
      List<Fault> faults,
      Double answers,
      Withdrawal withdraws,
      boolean complains,
      Ground refusal,
      String says) {

    private static final double USUAL_ANSWER = 1.5;

    Applicant {
      form = form == null ? Map.of() : form;
      faults = faults == null ? List.of() : List.copyOf(faults);
      answers = answers == null ? USUAL_ANSWER : answers;
    }
  }

  /**
   * Something that is wrong with an application.
   *
   * @param material it is wrong with
   * @param what is wrong, in Chinese
   * @param told matches an entry of a notice that names it
   * @param lines what stands on the faulty sheet; null when it is missing altogether
   */
  record Fault(String material, String what, Pattern told, List<String> lines) {

    boolean isMissing() {
      return lines == null;
    }
  }

  /**
   * @param after office hours after the application
   */
  record Withdrawal(double after, String says) {}

  /** Why an application must be refused: what is the matter, and the clause. */
  record Ground(String what, String clause) {}
}

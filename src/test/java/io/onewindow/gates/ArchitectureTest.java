package io.onewindow.gates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.onewindow.OneWindowApplication;
import java.nio.file.Path;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** How the packages of the application may lean on each other, and what none of them may do. */
class ArchitectureTest {

  private static final ApplicationModules MODULES =
      ApplicationModules.of(OneWindowApplication.class);
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.onewindow");

  @Test
  void packagesUseOnlyWhatTheyDeclare() {
    MODULES.verify();
  }

  @Test
  void documentationShowsThePackagesAsTheyAre() {
    var pictures = new ModulePictures(MODULES);
    Generated.assertCurrent(Path.of("docs/modules.puml"), pictures.diagram(), getClass());
    Generated.assertCurrent(Path.of("docs/modules.md"), pictures.table(), getClass());
  }

  @Test
  void calendarKnowsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("io.onewindow.calendar..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "io.onewindow.calendar..")
        .because("how the law counts days must stay true without a framework, and testable alone")
        .check(CODE);
  }

  @Test
  void theLaboratoryNeedsNeitherServerNorDatabase() {
    noClasses()
        .that()
        .resideInAPackage("io.onewindow.simulation..")
        .and()
        .haveSimpleNameNotEndingWith("package-info")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "java.sql..", "javax.sql..", "org.camunda.bpm.engine..")
        .because("a process change is tried without touching the system in service")
        .check(CODE);
  }

  @Test
  void onlyTheEnginePackageTouchesCamundasInternals() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.onewindow.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..impl..")
        .because("a move to another engine must be the work of one package")
        .check(CODE);
  }

  @Test
  void nobodyReadsTheClockOfTheMachine() {
    noClasses()
        .that()
        .areNotAssignableTo(Clock.class)
        .should()
        .callMethodWhere(MachineClock.IS_READ)
        .orShould()
        .callConstructorWhere(MachineClock.MAKES_A_DATE_OF_NOW)
        .because("limits, timers, drills and tests must all agree about what time it is")
        .check(CODE);
  }

  @Test
  void logsGoThroughOneLogger() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .because("one configuration must govern every line that operators read")
        .check(CODE);
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .because("a line on the console has no level, no time and no way into the logs")
        .check(CODE);
  }

  @Test
  void dependenciesComeThroughTheConstructor() {
    NO_CLASSES_SHOULD_USE_FIELD_INJECTION
        .because("an object must be complete when it exists, also in a test without Spring")
        .check(CODE);
  }

  @Test
  void delegatesAreSeenByModelsOnly() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Delegate")
        .should()
        .implement(JavaDelegate.class)
        .andShould()
        .notBePublic()
        .because(
            "a delegate is what a model calls; code that calls it as well would bypass the model")
        .check(CODE);
  }

  @Test
  void theDomainCountsExactly() {
    classes()
        .that()
        .resideInAnyPackage(
            "io.onewindow.calendar..",
            "io.onewindow.promise..",
            "io.onewindow.department..",
            "io.onewindow.casefile..",
            "io.onewindow.desk..",
            "io.onewindow.service..")
        .should(FloatingPoint.BE_ABSENT)
        .because("a deadline or an amount that is nearly right is wrong")
        .check(CODE);
  }
}

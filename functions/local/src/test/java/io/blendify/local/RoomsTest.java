package io.blendify.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. What Maven's scopes cannot say about the rooms is said here. */
@AnalyzeClasses(
    packages = "io.blendify",
    importOptions = {DoNotIncludeTests.class, RoomsTest.DoNotIncludeTestJars.class})
final class RoomsTest {

  /** What other rooms' tests lend to the tests here. */
  static final class DoNotIncludeTestJars implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String[] FUNCTIONS = {
    "io.blendify.api..",
    "io.blendify.scheduler..",
    "io.blendify.fetcher..",
    "io.blendify.blend..",
    "io.blendify.migrate..",
    "io.blendify.rotate.."
  };

  @ArchTest
  static final ArchRule coreKnowsJavaAndJSpecifyOnly =
      classes()
          .that()
          .resideInAPackage("io.blendify.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.blendify.core..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule coreKnowsNoSql =
      noClasses()
          .that()
          .resideInAPackage("io.blendify.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax..");

  @ArchTest
  static final ArchRule sqlLivesInStore =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.blendify.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "io.micronaut.data..");

  @ArchTest
  static final ArchRule awsLivesInTheFunctionsAndTheAwsRoom =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.blendify.core..",
              "io.blendify.store..",
              "io.blendify.providers..",
              "io.blendify.watch..",
              "io.blendify.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "com.amazonaws..");

  @ArchTest
  static final ArchRule functionsMeetInTheDatabaseAndOnQueuesOnly =
      slices()
          .matching("io.blendify.(api|scheduler|fetcher|blend|migrate|rotate)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule providersDoNotKnowEachOther =
      slices()
          .matching("io.blendify.providers.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage("io.blendify.providers.."),
              resideInAPackage("io.blendify.providers.json.."));

  @ArchTest
  static final ArchRule nobodyImportsAProviderTheAwsRoomOrTheWatch =
      noClasses()
          .that(
              resideInAPackage("io.blendify..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "io.blendify.providers..",
                              "io.blendify.aws..",
                              "io.blendify.watch.."))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.blendify.providers..", "io.blendify.aws..", "io.blendify.watch..");

  @ArchTest
  static final ArchRule aBatchKnowsNothingOfWhatItIsWorkedOffFor =
      noClasses()
          .that()
          .resideInAPackage("io.blendify.batch..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.blendify..")
                  .and(not(resideInAnyPackage("io.blendify.batch..", "io.blendify.core.."))));

  @ArchTest
  static final ArchRule onlyLocalImportsTheSandbox =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.blendify.sandbox..", "io.blendify.local..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.blendify.sandbox..");

  @ArchTest
  static final ArchRule theStoreKnowsNoFunction =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.blendify.store..",
              "io.blendify.providers..",
              "io.blendify.aws..",
              "io.blendify.watch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FUNCTIONS);

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("io.blendify.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobodyReadsTheEnvironmentBehindTheConfigurationsBack =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.blendify.local..", "io.blendify.watch..")
          .should()
          .callMethod(System.class, "getenv", String.class)
          .because("only the logger is there before there is a configuration");
}

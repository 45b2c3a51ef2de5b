package org.driftgate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "org.driftgate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Security hands its user to the engine and checks passwords there; nobody else but process sees the engine. */
    @ArchTest
    static final ArchRule onlyProcessAndLogInSeeTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages("org.driftgate.process..", "org.driftgate.security..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule engineInternalsStayInTheirPackage = noClasses()
            .that()
            .resideOutsideOfPackage("org.driftgate.process.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..impl..");

    @ArchTest
    static final ArchRule valuesAndCalculationsArePlainJava = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.driftgate.shared..", "org.driftgate.rebalancing..", "org.driftgate.modelportfolio..")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .and()
            .areNotAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.jdbc..", "org.springframework.web..", "org.camunda..", "java.sql..");

    /** What the command line and the solver run on. */
    @ArchTest
    static final ArchRule rebalancingAndDriftNeedNoFramework = noClasses()
            .that()
            .haveNameMatching(
                    "org\\.driftgate\\.(rebalancing\\..*(?<!package-info)|household\\.SetAsideAccounts.*"
                            + "|drift\\.(AssetTiers|TierSums|TierBands|DriftCalculation|DriftReport|DriftSentence|ClassSum|HouseholdValue)(\\$.*)?)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.camunda..", "java.sql..");

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static void adaptersDoNotKnowEachOther(JavaClasses classes) {
        slices().matching("org.driftgate.adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .check(classes);
    }

    @ArchTest
    static void roomsKeepTheirBorders(JavaClasses classes) {
        ApplicationModules.of(Driftgate.class).verify();
    }
}

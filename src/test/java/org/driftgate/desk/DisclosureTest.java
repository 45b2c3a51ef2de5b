package org.driftgate.desk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.driftgate.security.Disclosed;

/** The access log is only as exact as what the builders of answers declare, so whoever lists households declares them. */
@AnalyzeClasses(packages = "org.driftgate.desk", importOptions = ImportOption.DoNotIncludeTests.class)
class DisclosureTest {

    private static final Set<String> LISTING = Set.of(
            "org.driftgate.run.Cases.search",
            "org.driftgate.run.Cases.ofHousehold",
            "org.driftgate.run.Cases.find",
            "org.driftgate.run.Cases.get",
            "org.driftgate.run.Runs.outcomes",
            "org.driftgate.audit.AuditLog.ofHousehold",
            "org.driftgate.audit.Completeness.ofRun");

    @ArchTest
    static final ArchRule whoeverListsHouseholdsSaysWhich = classes()
            .that(DescribedPredicate.describe("read households", DisclosureTest::reads))
            .and()
            .doNotHaveSimpleName("RunsApi")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Disclosed.class)
            .because("RunsApi only counts; everybody else tells whose data the answer shows");

    private static boolean reads(JavaClass type) {
        return type.getMethodCallsFromSelf().stream().anyMatch(DisclosureTest::lists);
    }

    private static boolean lists(JavaMethodCall call) {
        return LISTING.contains(
                call.getTargetOwner().getName() + "." + call.getTarget().getName());
    }
}

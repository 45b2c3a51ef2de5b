package org.driftgate.process;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.driftgate.trading.SubmitOrders;

/** The proof of the deployment guard knows one delegate that sends orders; a second must be named in FirmModels first. */
@AnalyzeClasses(packages = "org.driftgate.process", importOptions = ImportOption.DoNotIncludeTests.class)
class SubmittingDelegatesTest {

    @ArchTest
    static final ArchRule onlyOneStepSendsOrders = noClasses()
            .that()
            .doNotHaveSimpleName("SubmitOrdersDelegate")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SubmitOrders.class);
}

package org.driftgate.process;

import java.util.Arrays;
import java.util.List;

/** The groups of people; ids are those of the engine's identity service and of the models. */
enum FirmGroup {
    COMPLIANCE("compliance", "Compliance reviewers"),
    TAX("tax", "Tax reviewers"),
    ADVISERS("advisers", "Advisers"),
    TRADERS("traders", "Traders"),
    OWNERS("owners", "Owners"),
    EXAMINERS("examiners", "Examiners"),
    ADMINISTRATORS("camunda-admin", "Administrators");

    private final String id;
    private final String label;

    FirmGroup(String id, String label) {
        this.id = id;
        this.label = label;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    static List<FirmGroup> allButAdministrators() {
        return Arrays.stream(values()).filter(group -> group != ADMINISTRATORS).toList();
    }
}

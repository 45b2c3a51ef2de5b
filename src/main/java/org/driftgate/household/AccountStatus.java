package org.driftgate.household;

/** Whether an account may trade; every state but ACTIVE sets it aside. */
public enum AccountStatus {
    ACTIVE,
    FROZEN,
    DECEASED,
    TRANSFERRING,
    TERMINATING,
    CORPORATE_ACTION
}

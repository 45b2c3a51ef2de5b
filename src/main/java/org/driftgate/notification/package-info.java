/** What people are told: client notice, adviser summary, alerts, escalations; the CRM record of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "market", "run", "household", "drift", "proposal", "review", "trading"
        })
package org.driftgate.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.driftgate.review;

import java.time.Instant;
import org.driftgate.shared.PersonId;

/** That a person signed a version for a tier. */
public record SignOff(Tier tier, PersonId person, Instant at) {}

package org.driftgate.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** A note or activity in the simulated CRM, with the body that it was created from. */
record RedtailEntry(Kind kind, int id, int contact, String createdAt, JsonNode body) {

    enum Kind {
        NOTE,
        ACTIVITY
    }
}

package org.driftgate.desk;

import org.driftgate.run.Bucket;
import org.driftgate.run.CaseState;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What of a run is shown; every filter is an address that can be kept. */
record RunFilter(
        @Nullable String run,
        @Nullable String adviser,
        @Nullable Bucket bucket,
        @Nullable CaseState state) {

    boolean shows(HouseholdRow row) {
        return showsAdviser(row)
                && (bucket == null || bucket == row.outcome().bucket())
                && (state == null || (row.about() != null && row.about().state() == state));
    }

    boolean showsAdviser(HouseholdRow row) {
        return adviser == null || adviser.isBlank() || adviser.equals(row.adviser());
    }

    public boolean isNarrowed() {
        return bucket != null || state != null || (adviser != null && !adviser.isBlank());
    }

    /** The address with that bucket, or without it when it is the one shown now. */
    String toggled(Bucket other) {
        return address(bucket == other ? null : other, null);
    }

    String toggled(CaseState other) {
        return address(null, state == other ? null : other);
    }

    public String everything() {
        return new RunFilter(run, null, null, null).address(null, null);
    }

    private String address(@Nullable Bucket newBucket, @Nullable CaseState newState) {
        var address = UriComponentsBuilder.fromPath("/");
        if (run != null) address.queryParam("run", run);
        if (adviser != null && !adviser.isBlank()) address.queryParam("adviser", adviser);
        if (newBucket != null) address.queryParam("bucket", newBucket);
        if (newState != null) address.queryParam("state", newState);
        return address.encode().toUriString();
    }
}

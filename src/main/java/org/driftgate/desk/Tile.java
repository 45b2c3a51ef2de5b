package org.driftgate.desk;

/** A count that is also a filter. */
record Tile(String label, long count, String address, boolean active, String tone) {}

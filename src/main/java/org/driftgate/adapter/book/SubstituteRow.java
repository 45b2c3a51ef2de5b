package org.driftgate.adapter.book;

/** A line of {@code substitutes.csv}: a security and its stand-in. */
public record SubstituteRow(String symbol, String substitute, boolean substantiallyIdentical) {}

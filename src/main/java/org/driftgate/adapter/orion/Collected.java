package org.driftgate.adapter.orion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything Orion said about some households, still in its own shapes, and what is wrong with it. */
final class Collected {

    final List<Wire.Client> clients = new ArrayList<>();
    final List<Wire.Registration> registrations = new ArrayList<>();
    final List<Wire.AccountSimple> accountSummaries = new ArrayList<>();
    final List<Wire.Account> accounts = new ArrayList<>();
    final List<Wire.Asset> assets = new ArrayList<>();
    final List<Wire.Transaction> transactions = new ArrayList<>();
    final List<Wire.Order> orders = new ArrayList<>();
    final List<Wire.SecurityRow> securities = new ArrayList<>();
    final List<Wire.ModelTree> models = new ArrayList<>();
    /** By client id. */
    final Map<Long, List<Wire.TaxLot>> lots = new TreeMap<>();

    final List<String> problems = new ArrayList<>();
    final Received received = new Received();
}

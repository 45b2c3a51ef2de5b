package org.driftgate.rebalancing;

import java.util.Random;

/** Connected networks with random convex curves around zero, in whole cents. */
final class RandomNetwork {

    private RandomNetwork() {}

    static void fill(FlowNetwork network, Random random) {
        int nodes = 4 + random.nextInt(20);
        for (int node = 0; node < nodes; node++) network.addNode();
        for (int node = 1; node < nodes; node++) {
            network.addArc(node, random.nextInt(node), wide(network.curves, random));
            double cents = random.nextInt(200_000) - 100_000;
            network.supply(node, cents);
            network.supply(0, -cents);
        }
        for (int arc = 0; arc < 3 * nodes; arc++) {
            int from = random.nextInt(nodes);
            int to = (from + 1 + random.nextInt(nodes - 1)) % nodes;
            network.addArc(from, to, curve(network.curves, random));
        }
    }

    static int curve(Curves curves, Random random) {
        return curve(curves, random, 1 + random.nextInt(200_000));
    }

    private static int wide(Curves curves, Random random) {
        return curve(curves, random, 1_000_000_000);
    }

    private static int curve(Curves curves, Random random, int length) {
        curves.begin(-length, 0);
        double slope = -random.nextDouble();
        int left = 2 * length;
        for (int segment = 0; segment < 6 && left > 0; segment++) {
            int part = segment == 5 ? left : Math.min(left, random.nextInt(length));
            curves.add(slope, part);
            left -= part;
            slope += random.nextInt(3) == 0 ? 0 : random.nextDouble() / 2;
        }
        return curves.endWithCostAtZero(0);
    }
}

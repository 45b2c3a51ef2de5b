package org.driftgate.rebalancing;

import java.util.Arrays;

/** A binary heap of nodes by distance, equal distances by lower node, so that the order never depends on history. */
final class NodeHeap {

    private final int[] node;
    private final int[] place;
    private final double[] distance;
    private int size;

    NodeHeap(int nodes, double[] distance) {
        node = new int[nodes];
        place = new int[nodes];
        Arrays.fill(place, -1);
        this.distance = distance;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        for (int index = 0; index < size; index++) place[node[index]] = -1;
        size = 0;
    }

    /** Puts a node in, or moves it up after its distance fell. */
    void offer(int candidate) {
        if (place[candidate] < 0) place[candidate] = size++;
        rise(place[candidate], candidate);
    }

    int poll() {
        int top = node[0];
        place[top] = -1;
        int last = node[--size];
        if (size > 0) sink(last);
        return top;
    }

    private void rise(int start, int candidate) {
        int index = start;
        while (index > 0) {
            int parent = (index - 1) >> 1;
            if (!before(candidate, node[parent])) break;
            put(index, node[parent]);
            index = parent;
        }
        put(index, candidate);
    }

    private void sink(int candidate) {
        int index = 0;
        while (2 * index + 1 < size) {
            int child = 2 * index + 1;
            if (child + 1 < size && before(node[child + 1], node[child])) child++;
            if (!before(node[child], candidate)) break;
            put(index, node[child]);
            index = child;
        }
        put(index, candidate);
    }

    private void put(int index, int candidate) {
        node[index] = candidate;
        place[candidate] = index;
    }

    private boolean before(int left, int right) {
        return distance[left] < distance[right] || (distance[left] == distance[right] && left < right);
    }
}

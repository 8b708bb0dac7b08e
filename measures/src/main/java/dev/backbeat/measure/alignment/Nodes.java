package dev.backbeat.measure.alignment;

import java.util.Arrays;

/// The nodes of the search that were met: pairs of a state and a position in the trace, with the
/// cheapest way that leads to each.
final class Nodes {
    private int[] table = new int[1 << 12];
    private int[] states = new int[1 << 10];
    private int[] positions = new int[1 << 10];
    private int[] parents = new int[1 << 10];
    private int[] moves = new int[1 << 10];
    private long[] costs = new long[1 << 10];
    private long[] rests = new long[1 << 10];
    private boolean[] closed = new boolean[1 << 10];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        Arrays.fill(table, 0);
        size = 0;
    }

    int state(int node) {
        return states[node];
    }

    int position(int node) {
        return positions[node];
    }

    int parent(int node) {
        return parents[node];
    }

    /// What led here: a transition, or -1 for a log move.
    int move(int node) {
        return moves[node];
    }

    long cost(int node) {
        return costs[node];
    }

    long rest(int node) {
        return rests[node];
    }

    /// Takes a node for done.
    ///
    /// @return whether it was not yet
    boolean close(int node) {
        boolean was = closed[node];
        closed[node] = true;
        return !was;
    }

    /// The node of a state and a position, or minus one minus the slot for it.
    int find(int state, int position) {
        int mask = table.length - 1;
        int slot = spread(state, position) & mask;
        while (table[slot] != 0) {
            int node = table[slot] - 1;
            if (states[node] == state && positions[node] == position) {
                return node;
            }
            slot = slot + 1 & mask;
        }
        return -1 - slot;
    }

    /// Adds a node.
    ///
    /// @param slot from [#find]
    /// @param rest what the rest costs at least
    int add(int slot, int state, int position, long rest) {
        if (size == states.length) {
            grow();
        }
        table[slot] = size + 1;
        states[size] = state;
        positions[size] = position;
        rests[size] = rest;
        closed[size] = false;
        if (++size * 2 > table.length) {
            rehash();
        }
        return size - 1;
    }

    /// Sets the way to a node.
    void reach(int node, int parent, int move, long cost) {
        parents[node] = parent;
        moves[node] = move;
        costs[node] = cost;
    }

    private void grow() {
        int length = size * 2;
        states = Arrays.copyOf(states, length);
        positions = Arrays.copyOf(positions, length);
        parents = Arrays.copyOf(parents, length);
        moves = Arrays.copyOf(moves, length);
        costs = Arrays.copyOf(costs, length);
        rests = Arrays.copyOf(rests, length);
        closed = Arrays.copyOf(closed, length);
    }

    private void rehash() {
        table = new int[table.length * 2];
        for (int node = 0; node < size; node++) {
            table[-1 - find(states[node], positions[node])] = node + 1;
        }
    }

    private static int spread(int state, int position) {
        int mixed = (state * 0x9E3779B1 ^ position * 0x85EBCA6B) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }
}

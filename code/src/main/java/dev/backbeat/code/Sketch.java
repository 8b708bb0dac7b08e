package dev.backbeat.code;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// Numbers in a fifth of the room that a list of objects takes: every function of every indexed version has
/// up to 64.
final class Sketch extends AbstractList<Integer> implements RandomAccess {

    private final int[] hashes;

    private Sketch(int[] hashes) {
        this.hashes = hashes;
    }

    /// A copy that can't change.
    static List<Integer> copyOf(List<Integer> hashes) {
        if (hashes instanceof Sketch) {
            return hashes;
        }
        int[] copy = new int[hashes.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = hashes.get(i);
        }
        return new Sketch(copy);
    }

    @Override
    public Integer get(int index) {
        return hashes[index];
    }

    @Override
    public int size() {
        return hashes.length;
    }
}

package dev.backbeat.code.treesitter.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The smallest of many hashes, each once.
final class Sketch {

    private static final int MOST = 64;

    private final int[] smallest = new int[MOST];
    private int size;

    void add(int hash) {
        if (size == MOST && hash >= smallest[MOST - 1]) {
            return;
        }
        int at = Arrays.binarySearch(smallest, 0, size, hash);
        if (at >= 0) {
            return;
        }
        int place = -at - 1;
        int kept = Math.min(size, MOST - 1);
        System.arraycopy(smallest, place, smallest, place + 1, kept - place);
        smallest[place] = hash;
        size = kept + 1;
    }

    /// All of them, ascending.
    List<Integer> ascending() {
        List<Integer> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(smallest[i]);
        }
        return all;
    }
}

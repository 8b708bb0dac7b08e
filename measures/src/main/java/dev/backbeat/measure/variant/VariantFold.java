package dev.backbeat.measure.variant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Folds executions into variants: takes what was observed one by one, the cases one after the other
/// and each in order, and counts how many cases show the same labels in the same order. Costs memory by
/// variants, not by executions. For one thread; [#merge] joins what several threads folded.
///
/// A case is a number, such as a row's; it ends where another begins. A label is a text, or the number
/// that [#label] gave it, which spares looking it up again.
public final class VariantFold {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private int[] current = new int[64];
    private int length;
    private long currentCase;
    private boolean open;
    private long executions;
    private int[][] orders = new int[64][];
    private int[] hashes = new int[64];
    private long[] counts = new long[64];
    private long[] firsts = new long[64];
    private int size;
    private int[] table = new int[256];

    /// Nothing folded yet.
    public VariantFold() {}

    /// The number of a label, a new one where it was never met.
    public int label(String label) {
        Integer known = numbers.get(label);
        if (known != null) {
            return known;
        }
        numbers.put(label, labels.size());
        labels.add(label);
        return labels.size() - 1;
    }

    /// A label was observed in a case.
    public void add(long caseId, String label) {
        add(caseId, label(label));
    }

    /// The label with a number was observed in a case.
    public void add(long caseId, int label) {
        begin(caseId);
        if (length == current.length) {
            current = Arrays.copyOf(current, length * 2);
        }
        current[length++] = label;
    }

    /// A case begins, in which nothing may be observed. A case that goes on just goes on.
    public void begin(long caseId) {
        if (open && currentCase == caseId) {
            return;
        }
        end();
        open = true;
        currentCase = caseId;
    }

    /// The last case has ended.
    public void end() {
        if (open) {
            count(current, length, 1, currentCase);
            open = false;
            length = 0;
        }
    }

    /// Adds what another fold has counted; its cases come after those of this one.
    public void merge(VariantFold other) {
        end();
        other.end();
        for (int i = 0; i < other.size; i++) {
            int[] order = Arrays.stream(other.orders[i])
                    .map(label -> label(other.labels.get(label)))
                    .toArray();
            count(order, order.length, other.counts[i], other.firsts[i]);
        }
    }

    /// How many cases have ended.
    public long executions() {
        return executions;
    }

    /// The variants, the most usual first, those of equal count in the order in which they were met.
    public List<Variant> variants() {
        end();
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            variants.add(new Variant(
                    Arrays.stream(orders[i]).mapToObj(labels::get).toList(), counts[i], firsts[i]));
        }
        variants.sort(Comparator.comparingLong(Variant::executions).reversed());
        return List.copyOf(variants);
    }

    private void count(int[] order, int orderLength, long times, long caseId) {
        executions += times;
        int hash = 1;
        for (int i = 0; i < orderLength; i++) {
            hash = 31 * hash + order[i];
        }
        int slot = slot(order, orderLength, hash);
        if (table[slot] != 0) {
            counts[table[slot] - 1] += times;
            return;
        }
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
            firsts = Arrays.copyOf(firsts, size * 2);
        }
        orders[size] = Arrays.copyOf(order, orderLength);
        hashes[size] = hash;
        counts[size] = times;
        firsts[size] = caseId;
        table[slot] = ++size;
        if (size * 2 > table.length) {
            grow();
        }
    }

    private int slot(int[] order, int orderLength, int hash) {
        int mask = table.length - 1;
        int slot = (hash * 0x9E3779B9 >>> 7) & mask;
        while (table[slot] != 0 && !isAt(table[slot] - 1, order, orderLength, hash)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isAt(int variant, int[] order, int orderLength, int hash) {
        int[] known = orders[variant];
        return hashes[variant] == hash && Arrays.equals(known, 0, known.length, order, 0, orderLength);
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int variant = 0; variant < size; variant++) {
            table[slot(orders[variant], orders[variant].length, hashes[variant])] = variant + 1;
        }
    }
}

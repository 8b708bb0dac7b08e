package dev.backbeat.code.treesitter.token;

/// Hashes that are mixed by multiplication and rotation and finished as in MurmurHash3 (Austin Appleby's
/// `fmix64`).
final class Hashes {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long INCREMENT = 0x52DCE729L;
    private static final long FINISH_1 = 0xFF51AFD7ED558CCDL;
    private static final long FINISH_2 = 0xC4CEB9FE1A85EC53L;

    private Hashes() {}

    /// The hash of what has this hash, followed by a value.
    static long combine(long hash, long value) {
        return Long.rotateLeft(hash ^ (value * MULTIPLIER), 29) * MULTIPLIER + INCREMENT;
    }

    /// Spreads what differs in few bits over all of them.
    static long finish(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * FINISH_1;
        mixed = (mixed ^ (mixed >>> 33)) * FINISH_2;
        return mixed ^ (mixed >>> 33);
    }
}

package dev.backbeat.analysis;

/// How closely to look: zooming and paging ask again with another one.
///
/// @param buckets into how many parts of time a series is divided
/// @param page from 0
/// @param rows how many rows a page has
public record Resolution(int buckets, int page, int rows) {

    /// What is shown when nobody asks for more.
    public static final Resolution STANDARD = new Resolution(60, 0, 50);

    /// Checks.
    public Resolution {
        if (buckets < 1 || page < 0 || rows < 1) {
            throw new IllegalArgumentException("buckets and rows are at least 1, pages are counted from 0");
        }
    }
}

package dev.backbeat.app;

import dev.backbeat.app.ingest.Formats;

/// What the app is put together from, for tests in other packages.
public final class CatalogParts {

    private CatalogParts() {}

    /// All formats.
    public static Formats formats() {
        return Catalog.parts().formats();
    }
}

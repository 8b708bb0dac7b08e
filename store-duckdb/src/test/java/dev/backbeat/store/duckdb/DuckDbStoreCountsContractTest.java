package dev.backbeat.store.duckdb;

import dev.backbeat.store.Store;
import dev.backbeat.testkit.store.StoreCountsContract;
import java.nio.file.Path;

/// The embedded engine counts as plain loops do.
class DuckDbStoreCountsContractTest extends StoreCountsContract {

    @Override
    protected Store open(Path folder) {
        return DuckDbStore.open(folder, OpenMode.READ_WRITE);
    }
}

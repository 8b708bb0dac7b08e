package dev.backbeat.store.duckdb;

import dev.backbeat.store.Store;
import dev.backbeat.testkit.store.GrowingInputContract;
import java.nio.file.Path;

/// The embedded engine writes inputs that grow as if they were written at once.
class DuckDbGrowingInputContractTest extends GrowingInputContract {

    @Override
    protected Store open(Path folder) {
        return DuckDbStore.open(folder, OpenMode.READ_WRITE);
    }
}

package dev.backbeat.store.duckdb;

import dev.backbeat.store.Store;
import dev.backbeat.testkit.store.StoreContract;
import java.nio.file.Path;

/// The embedded engine does what every engine has to do.
class DuckDbStoreContractTest extends StoreContract {

    @Override
    protected Store open(Path folder) {
        return DuckDbStore.open(folder, OpenMode.READ_WRITE);
    }
}

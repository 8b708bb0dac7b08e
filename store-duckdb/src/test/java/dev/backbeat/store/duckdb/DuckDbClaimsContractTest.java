package dev.backbeat.store.duckdb;

import dev.backbeat.store.Store;
import dev.backbeat.testkit.store.ClaimsContract;
import java.nio.file.Path;

/// The embedded engine does what every engine has to do.
class DuckDbClaimsContractTest extends ClaimsContract {

    @Override
    protected Store open(Path folder) {
        return DuckDbStore.open(folder, OpenMode.READ_WRITE);
    }
}

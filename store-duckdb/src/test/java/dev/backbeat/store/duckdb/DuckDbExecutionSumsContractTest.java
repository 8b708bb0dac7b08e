package dev.backbeat.store.duckdb;

import dev.backbeat.store.Store;
import dev.backbeat.testkit.store.ExecutionSumsContract;
import java.nio.file.Path;

/// The embedded engine sums executions up as plain loops do.
class DuckDbExecutionSumsContractTest extends ExecutionSumsContract {

    @Override
    protected Store open(Path folder) {
        return DuckDbStore.open(folder, OpenMode.READ_WRITE);
    }
}

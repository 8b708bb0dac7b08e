package dev.backbeat.store.duckdb;

import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.SessionId;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.Store;
import dev.backbeat.testkit.store.FactSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Another process that works on a store until it is told to stop or dies of itself.
final class OtherProcess {

    static final SessionId SESSION = new SessionId(1);
    private static final int EXECUTIONS = 40_000;

    private OtherProcess() {}

    /// `die <folder>` halts while an input is written, `replace <folder>` while one is replaced, `hold
    /// <folder> <file>` creates the file and holds the store until its input ends.
    public static void main(String[] arguments) throws IOException {
        Store store = DuckDbStore.open(Path.of(arguments[1]), OpenMode.READ_WRITE);
        if (arguments[0].equals("hold")) {
            Files.createFile(Path.of(arguments[2]));
            int end = System.in.read();
            Runtime.getRuntime().halt(end < 0 ? 0 : 1);
        }
        InputWriter writer = store.write();
        if (arguments[0].equals("replace")) {
            writer.replaces(SESSION);
        }
        write(writer, EXECUTIONS);
        Runtime.getRuntime().halt(17);
    }

    /// Executions of one session with a handler run each.
    static void write(InputWriter writer, int executions) {
        FactSamples facts = new FactSamples(writer.input(), SESSION, FactSamples.plainValues(0));
        for (int number = 0; number < executions; number++) {
            ExecutionId execution = new ExecutionId(number);
            writer.execution(facts.execution(execution));
            writer.handlerRun(facts.handlerRun(execution));
        }
    }

    static Process start(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 6];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command[1] = "-Xmx256m";
        command[2] = "--enable-native-access=ALL-UNNAMED";
        command[3] = "-cp";
        command[4] = System.getProperty("java.class.path");
        command[5] = OtherProcess.class.getName();
        System.arraycopy(arguments, 0, command, 6, arguments.length);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /// Waits for the end of the process and gives its exit code.
    static int end(Process process) throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}

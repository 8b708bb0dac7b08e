package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store that another process serves: who wants to serve it too, and who asks while that process is killed.
class SecondServerTest {

    @TempDir
    Path folder;

    @Test
    void aSecondServerSaysWhereTheFirstIsAndAKilledOneIsNotWaitedFor() throws Exception {
        Bench bench = new Bench(folder);
        bench.analyze(Bench.root()
                .resolve("samples/storefront/sessions/browse-and-buy.log")
                .toString());
        String alone = bench.run("sessions").out();
        Process server = ServerProcess.start(folder.resolve(".backbeat"));
        try {
            String address = server.inputReader().readLine();
            Bench.Result second = bench.run("serve", "--port", "0");
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.err())
                    .contains("is served already, at `" + address + "` (process " + server.pid() + ")")
                    .contains("hint: open that address");

            signal("-STOP", server);
            CompletableFuture<Bench.Result> asking = CompletableFuture.supplyAsync(() -> bench.run("sessions"));
            assertThat(asking).as("it asks a server that stands still").failsWithin(Duration.ofMillis(700));
            signal("-KILL", server);
            Bench.Result told = asking.get(30, TimeUnit.SECONDS);
            assertThat(told.exitCode()).isEqualTo(2);
            // Its process may need a moment to be gone.
            assertThat(told.err())
                    .containsAnyOf("ended while it was asked", "which does not answer")
                    .contains("hint: ");
        } finally {
            server.destroyForcibly().waitFor();
        }
        assertThat(bench.run("sessions").out()).isEqualTo(alone);
    }

    private static void signal(String which, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", which, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}

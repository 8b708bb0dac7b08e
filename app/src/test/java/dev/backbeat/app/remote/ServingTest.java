package dev.backbeat.app.remote;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.model.BackbeatException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingTest {

    @TempDir
    Path store;

    @Test
    void aServerIsThereAsLongAsItsPortIs() throws IOException {
        long other = ProcessHandle.current().parent().orElseThrow().pid();
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Serving("127.0.0.1", port.getLocalPort(), "key", other, 0, "1").write(store);
            assertThatThrownBy(() -> Serving.refuseSecond(store))
                    .isInstanceOf(BackbeatException.class)
                    .hasMessageContaining("is served already, at `http://127.0.0.1:" + port.getLocalPort() + "/`");
        }
        assertThatCode(() -> Serving.refuseSecond(store))
                .as("a process that is killed outlives its port for a moment")
                .doesNotThrowAnyException();
    }
}

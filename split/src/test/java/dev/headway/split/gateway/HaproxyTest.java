package dev.headway.split.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headway.testing.Haproxy;
import dev.headway.testing.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway of a deployment, where HAProxy is installed; left out where it is not. */
class HaproxyTest extends GatewayContract {

    private static final Path DEPLOYED = Path.of("../deploy/gateway");

    @TempDir static Path folder;

    @BeforeAll
    static void find() {
        assumeTrue(Haproxy.isInstalled(), "Left out: haproxy is not installed");
    }

    @Override
    Started start(List<URI> lifecycle, List<URI> projection) throws Exception {
        var haproxy = Haproxy.start(DEPLOYED, folder, Ports.free(), lifecycle, projection);
        return new Started(haproxy.uri(), haproxy::close);
    }

    @Test
    void the_file_is_good_as_it_is_deployed() throws Exception {
        assertThat(Haproxy.accepts(DEPLOYED, folder)).isTrue();
    }
}

package dev.headway.split.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.split.gateway.StandInNode.Manner;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmallGatewayTest extends GatewayContract {

    @Override
    Started start(List<URI> lifecycle, List<URI> projection) throws Exception {
        var gateway =
                Gateway.start(
                        new GatewaySettings(
                                "127.0.0.1",
                                0,
                                Map.of(
                                        NodeKind.LIFECYCLE, lifecycle,
                                        NodeKind.PROJECTION, projection)));
        return new Started(gateway.uri(), gateway);
    }

    /** Nothing was done by a server that did not hand it on. */
    @Test
    void what_a_server_turns_away_as_it_shuts_down_is_asked_of_another() throws Exception {
        node("l1").nowItIs(Manner.TURNS_AWAY);
        for (var each = 0; each < 10; each++) {
            assertThat(post("/api/v1/partnerships", null).body()).isEqualTo("l2");
        }
        assertThat(asked("l1")).isNotEmpty();
    }

    @Test
    void what_is_said_to_the_next_hop_is_not_passed_on() throws Exception {
        var answer =
                Raw.exchange(
                        uri(),
                        "GET /api/v1/portfolio HTTP/1.1",
                        "Host: " + uri().getAuthority(),
                        "Keep-Alive: timeout=5",
                        "TE: trailers",
                        "X-Hop: only",
                        "Connection: x-hop");
        assertThat(answer).startsWith("HTTP/1.1 200");
        var headers =
                Stream.of("p1", "p2")
                        .flatMap(name -> asked(name).stream())
                        .toList()
                        .getLast()
                        .headers();
        assertThat(headers).doesNotContainKeys("Keep-alive", "Te", "X-hop");
    }

    @Test
    void a_client_that_leaves_in_the_middle_of_its_file_is_no_fault_of_the_node() throws Exception {
        for (var each = 0; each < 4; each++) {
            try (var socket = new Socket("127.0.0.1", uri().getPort())) {
                var begun =
                        "POST /api/v1/imports HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n";
                socket.getOutputStream().write((begun + "a".repeat(100_000)).getBytes());
            }
        }
        assertThat(post("/api/v1/partnerships", null).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }
}

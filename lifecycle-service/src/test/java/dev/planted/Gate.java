package dev.planted;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/** A core class that breaks every rule it can. */
@RestController
public class Gate {

    Logger log = LoggerFactory.getLogger(Gate.class);

    @Autowired CommandGateway gateway;

    HttpClient elsewhere = HttpClient.newHttpClient();

    Instant now() throws InterruptedException {
        Thread.sleep(Duration.ZERO);
        return Instant.now();
    }

    static class GateHelper {}
}

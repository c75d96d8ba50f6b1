package dev.headway.lifecycle;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The first thing a newcomer reads: where Headway is and how to get in. */
@Component
class StartupMessage {

    private static final String DEFAULT_PORT = "8080";

    private final Environment environment;

    StartupMessage(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        var port = environment.getProperty("local.server.port");
        if (port != null) {
            System.out.print(text(port));
        }
    }

    private String text(String port) {
        return """

                Headway is ready.
                  API      http://localhost:%1$s/api/v1
                  Docs     http://localhost:%1$s/docs
                  OpenAPI  http://localhost:%1$s/openapi.yaml
                  Token    %2$s

                """
                .formatted(port, token(port));
    }

    private String token(String port) {
        var issuer =
                environment.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri");
        if (StringUtils.hasText(issuer)) {
            return "from " + issuer;
        }
        var command = "./headway token viewer|manager|approver|auditor|admin";
        return port.equals(DEFAULT_PORT) ? command : "SERVER_PORT=" + port + " " + command;
    }
}

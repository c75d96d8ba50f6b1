package dev.headway.lifecycle;

import dev.headway.lifecycle.accounts.FirstAdministratorLink;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The first thing a newcomer reads: where Headway is and how to get in. */
@Component
class StartupMessage {

    private static final Logger LOG = LoggerFactory.getLogger(StartupMessage.class);

    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    /** Where machines read the log, nothing is said to people, and no link is given. */
    private static final String STRUCTURED = "logging.structured.format.console";

    private static final String DEFAULT_PORT = "8080";

    private final Environment environment;
    private final ObjectProvider<FirstAdministratorLink> first;

    StartupMessage(Environment environment, ObjectProvider<FirstAdministratorLink> first) {
        this.environment = environment;
        this.first = first;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        var port = environment.getProperty("local.server.port");
        if (port != null && environment.containsProperty(STRUCTURED)) {
            LOG.info("Headway serves on port {}; ./headway open prints a link to get in", port);
        } else if (port != null) {
            System.out.print(text(port));
            firstLink().ifPresent(link -> System.out.print(invitation(link)));
        }
    }

    /** Nothing where an identity provider keeps the accounts, or somebody administers already. */
    private Optional<String> firstLink() {
        try {
            return isExternal() ? Optional.empty() : first.getObject().give();
        } catch (DataAccessException e) {
            LOG.warn("No link for the first administrator; ./headway open prints one", e);
            return Optional.empty();
        }
    }

    private static String invitation(String link) {
        return """
                Nobody administers it yet. Whoever opens this link becomes the first who does; it is good once, for a day:
                  %s

                """
                .formatted(link);
    }

    private String text(String port) {
        return """

                Headway is ready.
                  Console  http://localhost:%1$s/
                  API      http://localhost:%1$s/api/v1
                  Docs     http://localhost:%1$s/docs
                  OpenAPI  http://localhost:%1$s/openapi.yaml
                  Token    %2$s

                """
                .formatted(port, token(port));
    }

    private boolean isExternal() {
        return StringUtils.hasText(environment.getProperty(ISSUER));
    }

    private String token(String port) {
        if (isExternal()) {
            return "from " + environment.getProperty(ISSUER);
        }
        var command = "./headway token viewer|manager|approver|auditor|admin";
        return port.equals(DEFAULT_PORT) ? command : "SERVER_PORT=" + port + " " + command;
    }
}

package dev.headway.projections.console.signin;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where this Headway is, for browsers and for itself; known when it listens. */
@Component
public class OwnAddress {

    private final Environment environment;
    private final ConsoleProperties console;

    OwnAddress(Environment environment, ConsoleProperties console) {
        this.environment = environment;
        this.console = console;
    }

    /** Where people find it, without a slash at the end. */
    String publicOrigin() {
        var configured = environment.getProperty("headway.public-url", "");
        return configured.isBlank() ? self() : withoutSlash(configured);
    }

    /** Where the API is called, without a slash at the end. */
    public String api() {
        return console.api().isBlank() ? self() : withoutSlash(console.api());
    }

    private String self() {
        return "http://localhost:" + environment.getProperty("local.server.port", port());
    }

    private String port() {
        return environment.getProperty("server.port", "8080");
    }

    private static String withoutSlash(String address) {
        return address.replaceAll("/+$", "");
    }
}

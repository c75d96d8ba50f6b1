package dev.headway.lifecycle.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** A value in an address. */
final class Encoded {

    private Encoded() {}

    static String of(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}

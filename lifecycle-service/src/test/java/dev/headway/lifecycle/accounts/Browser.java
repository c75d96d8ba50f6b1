package dev.headway.lifecycle.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opens pages and sends their forms, as a person at a browser does; follows nothing by itself. */
public final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient http;
    private final URI service;

    public Browser(URI service) {
        this(HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), service);
    }

    private Browser(HttpClient http, URI service) {
        this.http = http;
        this.service = service;
    }

    /** The same browser, with its cookies, at another node. */
    public Browser at(URI otherNode) {
        return new Browser(http, otherNode);
    }

    public HttpResponse<String> open(String path) {
        return open(path, "*/*");
    }

    /** The same for what somebody's browser, or a program, says that it accepts. */
    public HttpResponse<String> open(String path, String accepted) {
        return send(
                HttpRequest.newBuilder(service.resolve(path)).header("Accept", accepted).build());
    }

    /** Opens the page of a one-time link, and sends its form. */
    public HttpResponse<String> use(String link, Map<String, String> typed) {
        var address = URI.create(link);
        var values = new HashMap<>(typed);
        values.put("link", address.getFragment());
        return submit(address.getPath(), values);
    }

    /** Opens a page with a form and sends it, with what is hidden in it. */
    public HttpResponse<String> submit(String path, Map<String, String> typed) {
        return submit(path, typed, path.replaceAll("\\?.*", ""));
    }

    /** Opens a page with a form, and sends what is hidden in it to somewhere else of the page. */
    public HttpResponse<String> submit(String path, Map<String, String> typed, String action) {
        var values = new HashMap<String, String>();
        HIDDEN.matcher(open(path).body())
                .results()
                .forEach(
                        found ->
                                values.put(
                                        found.group(1),
                                        found.group(2)
                                                .replace("&amp;", "&")
                                                .replace("&quot;", "\"")
                                                .replace("&#x3D;", "=")));
        values.putAll(typed);
        return post(action, values);
    }

    public HttpResponse<String> post(String path, Map<String, String> values) {
        return send(
                HttpRequest.newBuilder(service.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(values)))
                        .build());
    }

    public static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(
                        each ->
                                URLEncoder.encode(each.getKey(), UTF_8)
                                        + "="
                                        + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

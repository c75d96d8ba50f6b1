package dev.headway.lifecycle.console;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page offers to whoever reads it.
 *
 * @param links to other pages of the console, without what is asked of lists
 * @param actions where its forms are sent
 */
record OfferedPage(int status, Set<String> links, Set<String> actions) {

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("<form[^>]*method=\"post\"[^>]*>");
    private static final Pattern ACTION = Pattern.compile(" action=\"([^\"]*)\"");
    private static final Pattern OTHER_ACTION = Pattern.compile(" formaction=\"([^\"]*)\"");

    static OfferedPage of(HttpResponse<String> answer) {
        var page = answer.body();
        var forms =
                FORM.matcher(page)
                        .results()
                        .map(MatchResult::group)
                        .flatMap(form -> found(ACTION, form));
        return new OfferedPage(
                answer.statusCode(),
                found(LINK, page)
                        .map(link -> link.replace("&amp;", "&"))
                        .filter(link -> !link.startsWith("/oauth2/"))
                        .collect(Collectors.toSet()),
                Stream.concat(forms, found(OTHER_ACTION, page)).collect(Collectors.toSet()));
    }

    /** The kind of page behind an address: the same for every partnership. */
    static String kind(String address) {
        return address.replaceAll("\\?.*", "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "{id}")
                .replaceAll("/lanes/.*", "/lanes/{stage}")
                .replaceAll("/projections/[a-z-]+/rebuild", "/projections/{id}/rebuild");
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(each -> each.group(1));
    }
}

package dev.headway.projections.console.layout;

import dev.headway.projections.console.api.HeadwayApi;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A file that the API writes, taken along by whoever reads a page; it may be long. */
public enum Attachment {
    LIST(new MediaType("text", "csv")),
    ARCHIVE(new MediaType("application", "zip"));

    private final MediaType type;

    Attachment(MediaType type) {
        this.type = type;
    }

    /**
     * @param path of the API
     * @param name what the file is called
     * @throws dev.headway.projections.console.api.ApiProblem when the API answers with one
     */
    public void send(
            HeadwayApi api,
            String path,
            Map<String, List<String>> asked,
            String name,
            HttpServletResponse response) {
        api.handOn(
                path,
                asked,
                type,
                () -> {
                    response.setContentType(type.toString());
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, as(name));
                    return response.getOutputStream();
                });
    }

    /** As a header says that something is kept under a name, and not shown. */
    public static String as(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}

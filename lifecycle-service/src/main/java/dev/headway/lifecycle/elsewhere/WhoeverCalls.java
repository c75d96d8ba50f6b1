package dev.headway.lifecycle.elsewhere;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What says who calls, out of the request of this thread; nothing outside of one. Read there, since
 * a request is of one thread.
 */
record WhoeverCalls(Map<String, String> headers) {

    private static final String FOR_SOMEBODY = "Headway-On-Behalf-Of";

    static WhoeverCalls here() {
        var headers = new HashMap<String, String>();
        if (RequestContextHolder.getRequestAttributes()
                instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            for (var name : new String[] {HttpHeaders.AUTHORIZATION, FOR_SOMEBODY}) {
                var value = request.getHeader(name);
                if (value != null) {
                    headers.put(name, value);
                }
            }
        }
        return new WhoeverCalls(headers);
    }
}

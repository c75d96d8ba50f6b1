package dev.headway.lifecycle.http;

import dev.headway.lifecycle.commands.RequestContext;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;

/** Who asks the question that this thread answers, for what is not handed its context. */
@Component
public class CurrentRequest {

    private final RequestContextResolver contexts;

    CurrentRequest(RequestContextResolver contexts) {
        this.contexts = contexts;
    }

    /**
     * @throws IllegalStateException where no request is being answered
     */
    public RequestContext context() {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return contexts.reading(new ServletWebRequest(attributes.getRequest()));
    }
}

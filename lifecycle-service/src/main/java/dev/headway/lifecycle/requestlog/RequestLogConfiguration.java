package dev.headway.lifecycle.requestlog;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.IdGenerator;

/** Where the log is JSON. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("logging.structured.format.console")
class RequestLogConfiguration {

    /** Behind what observes requests, so that its ids are on the lines as well; before all else. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<RequestLog> requestLog(IdGenerator ids) {
        var filter = new FilterRegistrationBean<>(new RequestLog(ids));
        filter.setOrder(FIRST);
        return filter;
    }
}

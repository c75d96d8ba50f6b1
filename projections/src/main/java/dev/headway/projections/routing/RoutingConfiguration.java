package dev.headway.projections.routing;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Where one process does both, nothing is misdirected, and nothing of this is there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression(
        "${headway.mirror.enabled:false} or not ${headway.projections.enabled:true}")
class RoutingConfiguration {

    /** Behind Spring Security's filters. */
    private static final int ORDER = 0;

    /** What answers problems comes late: filters are put together before it. */
    @Bean
    FilterRegistrationBean<MisdirectedCalls> misdirectedCalls(
            @Value("${headway.mirror.enabled:false}") boolean isMirror,
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var here = isMirror ? ServingNode.PROJECTION : ServingNode.LIFECYCLE;
        var filter =
                new FilterRegistrationBean<>(
                        new MisdirectedCalls(here, DocumentedNodes.ofContract(), problems));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(ORDER);
        return filter;
    }
}

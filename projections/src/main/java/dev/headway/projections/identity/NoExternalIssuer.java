package dev.headway.projections.identity;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether no OIDC issuer is configured, so that ours is needed. */
public class NoExternalIssuer implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var issuer = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
        return !StringUtils.hasText(context.getEnvironment().getProperty(issuer));
    }
}

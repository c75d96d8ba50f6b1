package dev.headway.projections.chat.channels;

import dev.headway.projections.chat.rendering.Links;
import dev.headway.projections.chat.rendering.PayloadRenderer;
import dev.headway.projections.chat.webhooks.WebhookClient;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChatProperties.class)
class ChatConfiguration {

    @Bean
    WebhookClient webhookClient(ChatProperties properties, Clock clock) {
        return new WebhookClient(properties.allowInsecureTargets(), properties.ports(), clock);
    }

    @Bean
    PayloadRenderer payloadRenderer(
            ChatProperties properties,
            @Value("${headway.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        return new PayloadRenderer(new Links(publicUrl), properties.templates());
    }
}

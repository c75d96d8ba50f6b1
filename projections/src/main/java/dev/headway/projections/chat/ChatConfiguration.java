package dev.headway.projections.chat;

import dev.headway.projections.chat.posting.Post;
import dev.headway.projections.chat.wording.Links;
import dev.headway.projections.chat.wording.Wording;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChatProperties.class)
class ChatConfiguration {

    @Bean
    Post post(ChatProperties properties, Clock clock) {
        return new Post(properties.allowInsecureTargets(), properties.ports(), clock);
    }

    @Bean
    Wording wording(
            ChatProperties properties,
            @Value("${headway.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        return new Wording(new Links(publicUrl), properties.templates());
    }
}

package dev.headway.projections.log;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the log over the PostgreSQL that the lifecycle service's nodes append to. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventLogProperties.class)
class EventLogConfiguration {

    @Bean
    EventTypes eventTypes() {
        return new EventTypes();
    }

    @Bean
    HeadSignal headSignal() {
        return new HeadSignal();
    }

    @Bean
    ReadableEvents readableEvents(@Value("${headway.mirror.enabled:false}") boolean isMirror) {
        return isMirror ? ReadableEvents.MIRRORED : ReadableEvents.ALL;
    }

    @Bean
    EventReads eventReads(DataSource database, ReadableEvents readable) {
        return new EventReads(database, readable);
    }

    @Bean
    ChosenEvents chosenEvents(DataSource database, ReadableEvents readable) {
        return new ChosenEvents(database, readable);
    }

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    NotificationListener notificationListener(
            DataSource database,
            HeadSignal headSignal,
            EventLogProperties properties,
            ReadableEvents readable) {
        return new NotificationListener(database, headSignal, properties.poll(), readable);
    }

    @Bean
    EventLog eventLog(
            EventReads reads,
            EventTypes types,
            HeadSignal headSignal,
            ObjectProvider<Sealing> sealing) {
        return new StoredEventLog(
                reads,
                new EventDecoder(
                        types,
                        EventRevisions.upcasters(),
                        sealing.getIfAvailable(() -> Sealing.NONE)),
                headSignal);
    }
}

package dev.headway.projections.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The configured channels, by name; without a name of their own, by kind and number. */
@Component
class Channels {

    private final Map<String, Channel> byName = new LinkedHashMap<>();

    Channels(ChatProperties properties) {
        for (var target : properties.channels()) {
            var number = byName.size() + 1;
            var name =
                    target.name() == null
                            ? target.kind().name().toLowerCase(Locale.ROOT) + "-" + number
                            : target.name();
            var other = byName.put(name, new Channel(name, target.kind(), target.url().strip()));
            if (other != null) {
                throw new IllegalArgumentException("Two chat channels are called " + name);
            }
        }
    }

    List<Channel> all() {
        return List.copyOf(byName.values());
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }
}

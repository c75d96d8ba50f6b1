package dev.headway.projections.chat.delivery;

import dev.headway.projections.chat.rendering.ChannelKind;
import dev.headway.projections.personal.JsonText;
import dev.headway.projections.personal.PersonalText;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A message as it is sent: kept with names sealed, and opened on its way out. */
@Component
class OpenedPayload {

    private final Optional<PersonalText> texts;

    OpenedPayload(Optional<PersonalText> texts) {
        this.texts = texts;
    }

    /** JSON, with names as the service may be told them. */
    String of(ChannelKind kind, String payload) {
        return texts.map(each -> each.open(payload, name -> JsonText.escaped(kind.opened(name))))
                .orElse(payload);
    }
}

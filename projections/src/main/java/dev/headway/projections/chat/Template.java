package dev.headway.projections.chat;

import dev.headway.projections.chat.ChatProperties.Kind;
import java.util.List;

/** How a kind of channel wants to be told. */
interface Template {

    Kind kind();

    /** The payload that tells of one alert. */
    String alert(String deliveryId, Told told);

    /** The payload that tells of many. */
    String digest(String deliveryId, List<Told> told, Detail detail);

    /** How much a digest says of each alert. */
    enum Detail {
        FULL,
        BRIEF
    }
}

package dev.headway.projections.chat.delivery;

/** Where a message is; the names are stored and answered. SQL of this package spells them out. */
enum DeliveryStatus {
    PENDING,
    SENDING,
    DELIVERED,
    DEAD
}

package dev.headway.projections.watching.alerts;

import dev.headway.projections.querying.csv.CsvColumns;

/** The columns of alerts in CSV; empty where there is nothing. */
final class AlertColumns {

    static final CsvColumns<Alert> ALL =
            CsvColumns.<Alert>none()
                    .with("id", Alert::id)
                    .with("partnershipId", Alert::partnershipId)
                    .with("partnershipName", Alert::partnershipName)
                    .with("rule", Alert::rule)
                    .with("severity", Alert::severity)
                    .with("about", Alert::about)
                    .with("why", Alert::why)
                    .with("relief", Alert::relief)
                    .with("shadow", Alert::shadow)
                    .with("dueAt", Alert::dueAt)
                    .with("raisedAt", Alert::raisedAt)
                    .with("status", Alert::status)
                    .with("owner", Alert::owner)
                    .with("snoozedUntil", Alert::snoozedUntil)
                    .with("escalatedAt", Alert::escalatedAt)
                    .with("answeredBy", Alert::answeredBy)
                    .with("answeredAt", Alert::answeredAt)
                    .with("answer", Alert::answer)
                    .with("resolvedAt", Alert::resolvedAt)
                    .with("resolvedBy", Alert::resolvedBy);

    private AlertColumns() {}
}

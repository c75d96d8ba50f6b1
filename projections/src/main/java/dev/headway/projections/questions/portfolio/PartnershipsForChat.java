package dev.headway.projections.questions.portfolio;

import dev.headway.contracts.Seat;
import dev.headway.projections.chat.PartnershipDetails;
import dev.headway.projections.chat.PartnershipSource;
import dev.headway.projections.personal.PersonalText;
import dev.headway.projections.questions.nextsteps.OpenStepTable;
import dev.headway.projections.questions.nextsteps.Step;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a message says of a partnership; answered to chat by the list and the plan. */
@Component
public class PartnershipsForChat implements PartnershipSource {

    private final PortfolioTable portfolio;
    private final OpenStepTable openSteps;
    private final Optional<PersonalText> texts;

    /** Where nothing is sealed. */
    public PartnershipsForChat(JdbcClient database) {
        this(database, Optional.empty());
    }

    @Autowired
    PartnershipsForChat(JdbcClient database, Optional<PersonalText> texts) {
        this.portfolio = new PortfolioTable(database);
        this.openSteps = new OpenStepTable(database);
        this.texts = texts;
    }

    @Override
    public Map<String, PartnershipDetails> of(Collection<String> partnerships) {
        return details(portfolio.entriesOf(partnerships).values()).stream()
                .collect(Collectors.toMap(PartnershipDetails::id, Function.identity()));
    }

    @Override
    public List<Optional<String>> owners() {
        return portfolio.owners();
    }

    @Override
    public List<PartnershipDetails> activeOf(Optional<String> owner) {
        return details(portfolio.activeOf(owner));
    }

    private List<PartnershipDetails> details(Collection<PortfolioEntry> entries) {
        var ids = entries.stream().map(PortfolioEntry::partnershipId).toList();
        var next = openSteps.nextOf(ids);
        return entries.stream()
                .map(entry -> details(entry, next.getOrDefault(entry.partnershipId(), List.of())))
                .toList();
    }

    private PartnershipDetails details(PortfolioEntry entry, List<Step> next) {
        var owner = entry.life().seats().owner();
        return new PartnershipDetails(
                entry.partnershipId(),
                entry.name(),
                entry.stage().name(),
                entry.pattern(),
                owner == null ? null : owner.holder(),
                owner == null ? null : owner.holderId(),
                owner == null ? null : inWords(owner.holder()),
                entry.life().seats().holder(Seat.ESCALATION),
                next.stream()
                        .map(
                                step ->
                                        new PartnershipDetails.Step(
                                                step.title(), step.owner(), step.dueOn()))
                        .toList());
    }

    private String inWords(String name) {
        return texts.map(each -> each.open(name)).orElse(name);
    }
}

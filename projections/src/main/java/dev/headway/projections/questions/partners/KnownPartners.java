package dev.headway.projections.questions.partners;

import dev.headway.projections.questions.partners.WhichPartnerIsMeant.Named;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One company of the list, for whoever shows what is done with it. */
@Component
public class KnownPartners {

    /** Under this name readers wait until what they wrote is here. */
    public static final String POSITION = WhichPartnersAreThere.NAME;

    private final PartnerList list;

    KnownPartners(PartnerList list) {
        this.list = list;
    }

    /** Empty where there is no such partner. */
    public Optional<PartnerItem> find(String partnerId) {
        return list.find(partnerId);
    }

    /** Those that went into it, by name. */
    public List<Named> mergedInto(String partnerId) {
        return list.mergedInto(partnerId);
    }
}

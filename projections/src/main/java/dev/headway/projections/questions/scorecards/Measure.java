package dev.headway.projections.questions.scorecards;

/** What the scorecard shows, and what its observations come to. */
enum Measure {
    /** How far the newest claim of each life came, by its best measurement. */
    LEVERAGE_AGAINST_CLAIM(Perspective.FINANCIAL, "leverageAgainstClaim", Sum.MEDIAN),
    /** Claims of which a measurement reached the target. */
    CLAIMS_SETTLED(Perspective.FINANCIAL, "claimsSettled", Sum.SHARE),

    JOINT_WINS(Perspective.CUSTOMER, "jointWins", Sum.COUNT),
    /** However their names are typed. */
    DISTINCT_CUSTOMERS(Perspective.CUSTOMER, "distinctCustomers", Sum.DISTINCT),
    /** Days from the first launch of a life to its first joint win. */
    LAUNCH_TO_FIRST_USE(Perspective.CUSTOMER, "launchToFirstUse", Sum.MEDIAN),
    /** Days from the day a life was announced for to its first joint win. */
    ANNOUNCED_TO_FIRST_USE(Perspective.CUSTOMER, "announcedToFirstUse", Sum.MEDIAN),

    /** Gates that nobody was refused at before they were passed. */
    GATES_AT_FIRST_TRY(Perspective.PROCESS, "gatesAtFirstTry", Sum.SHARE),
    /** Meetings that came within the agreed rhythm. */
    BEATS_KEPT(Perspective.PROCESS, "beatsKept", Sum.SHARE),
    STEPS_ON_TIME(Perspective.PROCESS, "stepsOnTime", Sum.SHARE),
    /** By stage, of stays that are over. */
    DAYS_IN_STAGE(Perspective.PROCESS, "daysInStage", Sum.MEDIAN),
    OBLIGATIONS_ON_TIME(Perspective.PROCESS, "obligationsOnTime", Sum.SHARE),

    /** By verdict. */
    PILOT_VERDICTS(Perspective.LEARNING, "pilotVerdicts", Sum.COUNT),
    /** Waivers that were granted, by pattern. */
    EXCEPTIONS(Perspective.LEARNING, "exceptions", Sum.COUNT),
    /** Criteria that a gate let pass by a waiver, by pattern. */
    DEVIATIONS(Perspective.LEARNING, "deviations", Sum.COUNT),
    /** The fewest people who carry a launched partnership. */
    HERO_INDEX(Perspective.LEARNING, "heroIndex", Sum.MEDIAN),
    /** Launched partnerships that one person carries. */
    CARRIED_BY_ONE(Perspective.LEARNING, "carriedByOne", Sum.SHARE);

    /** The four sides of the card. */
    enum Perspective {
        FINANCIAL,
        CUSTOMER,
        PROCESS,
        LEARNING
    }

    /** How observations are put together. */
    enum Sum {
        COUNT,
        DISTINCT,
        SHARE,
        MEDIAN
    }

    private final Perspective perspective;
    private final String id;
    private final Sum sum;

    Measure(Perspective perspective, String id, Sum sum) {
        this.perspective = perspective;
        this.id = id;
        this.sum = sum;
    }

    Perspective perspective() {
        return perspective;
    }

    /** As it is answered. */
    String id() {
        return id;
    }

    Sum sum() {
        return sum;
    }

    /** Whether it is told part by part as well. */
    boolean hasParts() {
        return switch (this) {
            case DAYS_IN_STAGE, PILOT_VERDICTS, EXCEPTIONS, DEVIATIONS -> true;
            case LEVERAGE_AGAINST_CLAIM, CLAIMS_SETTLED -> false;
            case JOINT_WINS, DISTINCT_CUSTOMERS -> false;
            case LAUNCH_TO_FIRST_USE, ANNOUNCED_TO_FIRST_USE -> false;
            case GATES_AT_FIRST_TRY, BEATS_KEPT, STEPS_ON_TIME, OBLIGATIONS_ON_TIME -> false;
            case HERO_INDEX, CARRIED_BY_ONE -> false;
        };
    }
}

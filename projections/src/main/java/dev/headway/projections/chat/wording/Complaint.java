package dev.headway.projections.chat.wording;

/** What a rule says about one partnership, and about many. */
record Complaint(String ofOne, String ofMany) {

    String of(int count) {
        return count == 1 ? ofOne : ofMany;
    }

    static Complaint of(String rule) {
        return switch (rule) {
            case "ghost-town" -> new Complaint("is a ghost town", "are ghost towns");
            case "fading" -> new Complaint("is fading", "are fading");
            case "planning-stall" -> both("stalled before a pilot");
            case "parked-due" -> new Complaint("is due to be revisited", "are due to be revisited");
            case "pilot-overdue" -> both("ended a pilot without a verdict");
            case "steps-unsecured" ->
                    new Complaint(
                            "has fewer than three open next steps",
                            "have fewer than three open next steps");
            case "step-overdue" -> new Complaint("has an overdue step", "have an overdue step");
            case "rhythm-missed" -> both("missed the agreed rhythm");
            case "seat-vacant" ->
                    new Complaint("has a required seat empty", "have a required seat empty");
            case "strategic-in-name-only" ->
                    new Complaint(
                            "is strategic in name only: a bend is overdue",
                            "are strategic in name only");
            case "claim-unsettled" ->
                    new Complaint(
                            "has a claim past its date that nothing settles",
                            "have a claim past its date that nothing settles");
            case "waiver-expired" ->
                    new Complaint(
                            "is out of compliance: a waiver expired",
                            "are out of compliance: a waiver expired");
            case "obligation-overdue" ->
                    new Complaint("has an overdue obligation", "have an overdue obligation");
            default ->
                    new Complaint(
                            "is due under the rule " + rule, "are due under the rule " + rule);
        };
    }

    private static Complaint both(String words) {
        return new Complaint(words, words);
    }
}

package dev.headway.projections.watching;

/**
 * What a rule says about partnerships.
 *
 * @param ofOne as in "Acme <i>is a ghost town</i>"
 * @param ofMany as in "7 <i>are ghost towns</i>"
 */
record Complaint(String ofOne, String ofMany) {}

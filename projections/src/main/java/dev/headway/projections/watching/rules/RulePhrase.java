package dev.headway.projections.watching.rules;

/**
 * What a rule says about partnerships.
 *
 * @param ofOne as in "Acme <i>is a ghost town</i>"
 * @param ofMany as in "7 <i>are ghost towns</i>"
 */
public record RulePhrase(String ofOne, String ofMany) {}

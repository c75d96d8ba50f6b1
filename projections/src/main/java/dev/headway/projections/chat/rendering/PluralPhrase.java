package dev.headway.projections.chat.rendering;

/**
 * What a rule says about partnerships.
 *
 * @param ofOne as in "Acme <i>is a ghost town</i>"
 * @param ofMany as in "7 <i>are ghost towns</i>"
 */
public record PluralPhrase(String ofOne, String ofMany) {

    String of(long count) {
        return count == 1 ? ofOne : ofMany;
    }
}

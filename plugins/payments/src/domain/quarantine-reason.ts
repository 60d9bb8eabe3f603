import { inWords, type Money } from './money';

/**
 * What does not fit about a payment, for the person who has to decide. `there` is what the provider has, `here` what
 * was expected: what the shopper agreed to, or what is booked.
 *
 * - `second-payment`: the provider has payment `reference` beside `other`, the intent's own.
 * - `belongs-to-another`: the provider's payment `reference` carries the id of another intent, `other`.
 * - `other-currency`: movement `reference` is in another currency.
 * - `movement-changed`: movement `reference` has another amount than before.
 * - `other-amount`: the payment as a whole is about another amount.
 * - `held-too-much`, `taken-too-much`: beyond what the shopper agreed to.
 * - `given-back-too-much`: `here` is what was taken.
 * - `return-refused`: the provider refuses to give the money back, however often it is asked.
 * - `no-answer`: the provider gave no clear answer for hours.
 * - `unfinished`: an error, `detail`, came up each time for hours.
 */
export type QuarantineReason =
    | {
          readonly code: 'second-payment' | 'belongs-to-another';
          readonly reference: string;
          readonly other: string;
      }
    | {
          readonly code: 'other-currency' | 'movement-changed';
          readonly reference: string;
          readonly there: Money;
          readonly here: Money;
      }
    | {
          readonly code: 'other-amount' | 'held-too-much' | 'taken-too-much' | 'given-back-too-much';
          readonly there: Money;
          readonly here: Money;
      }
    | { readonly code: 'return-refused' | 'no-answer' }
    | { readonly code: 'unfinished'; readonly detail: string };

/** One sentence in English, for the API, lists and logs. */
export function quarantineInWords(reason: QuarantineReason): string {
    switch (reason.code) {
        case 'second-payment':
            return `The provider has a second payment, ${reason.reference}, beside ${reason.other}.`;
        case 'belongs-to-another':
            return `The provider's payment ${reason.reference} belongs to another intent, ${reason.other}.`;
        case 'other-currency':
            return `Movement ${reason.reference} is in ${reason.there.currency}, not in ${reason.here.currency}.`;
        case 'movement-changed':
            return `Movement ${reason.reference} was ${inWords(reason.here)} and is now ${inWords(reason.there)}.`;
        case 'other-amount':
            return `The provider has ${inWords(reason.there)}, the shopper agreed to ${inWords(reason.here)}.`;
        case 'held-too-much':
            return `The provider holds ${inWords(reason.there)}, more than the ${inWords(reason.here)} that the shopper agreed to.`;
        case 'taken-too-much':
            return `The provider took ${inWords(reason.there)}, more than the ${inWords(reason.here)} that the shopper agreed to.`;
        case 'given-back-too-much':
            return `The provider gave back ${inWords(reason.there)}, more than the ${inWords(reason.here)} that it took.`;
        case 'return-refused':
            return 'The provider refuses to give the money back, however often it is asked.';
        case 'no-answer':
            return 'The provider gave no clear answer for hours.';
        case 'unfinished':
            return `It can't be finished: ${reason.detail}`;
    }
}

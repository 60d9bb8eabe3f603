import { type Labels, useLabel } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { RuleInvalid, Saved } from './rules.graphql';

/** By field and reason, where the reason alone does not say enough. */
const reasons: Labels = {
    'terms TOO_FEW': { text: msg`Give at least two terms, or one and what it means.` },
    'pinnedIds TOO_FEW': { text: msg`Pin a product, or leave one out.` },
    'pinnedIds TOO_MANY': { text: msg`At most 20 products can be pinned.` },
    'hiddenIds TOO_MANY': { text: msg`At most 100 products can be left out.` },
    'languageCode TOO_MANY': { text: msg`There is no room for more in this language.` },
    'term NO_WORD': { text: msg`The term needs at least three characters.` },
    'term ALREADY_THERE': { text: msg`There are pinned products for this term already.` },
    TOO_MANY: { text: msg`At most 20 terms go together.` },
    TOO_LONG: { text: msg`A term has at most four words and 60 characters.` },
    NO_WORD: { text: msg`A term has nothing to search for.` },
    REPEATED: { text: msg`The same stands there twice.` },
    ALREADY_THERE: { text: msg`These are synonyms already.` },
    NOT_SPOKEN: { text: msg`The channel does not speak this language.` },
    UNKNOWN_PRODUCT: { text: msg`One of the products is not in this channel any more.` },
};

/** @returns what throws, in the reader's words, where something could not be saved. */
export function useRequireSaved(): (saved: Saved) => void {
    const label = useLabel();
    const { t } = useLingui();
    const textOf = ({ field, reason, value }: RuleInvalid): string => {
        const key = `${field} ${reason}`;
        const text = label(reasons, key in reasons ? key : reason);
        return value !== null && reason !== 'UNKNOWN_PRODUCT' ? t`${text} “${value}”` : text;
    };
    return saved => {
        if ('reason' in saved) {
            throw new Error(textOf(saved));
        }
    };
}

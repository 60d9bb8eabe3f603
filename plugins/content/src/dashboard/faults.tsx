import { type Labels, useLabel } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';
import { useLocalFormat } from '@vendure/dashboard';
import type { Problem } from './content.graphql';
import type { Draft } from './draft';
import { blockTypes, problems as problemWords, texts } from './labels';

const parts: Labels = {
    assetId: { text: msg`Picture` },
    link: { text: msg`Leads to` },
    collectionIds: { text: msg`Collections` },
    productIds: { text: msg`Products` },
};

/** What went wrong, also in another language than the one that is shown. */
export function Faults({
    error,
    problems,
    draft,
}: {
    error: Error | null;
    problems: readonly Problem[];
    draft: Draft;
}) {
    const label = useLabel();
    const placeOf = usePlace(draft);
    if (!error && problems.length === 0) {
        return null;
    }
    return (
        <div role="alert" className="space-y-1 text-sm text-destructive">
            {error && <p>{error.message}</p>}
            {problems.map(({ field, code }) => (
                <p key={field}>
                    {placeOf(field)}: {label(problemWords, code)}
                </p>
            ))}
        </div>
    );
}

/** Says where a field stands, such as “2. Opening, Heading, German”, of a path like `blocks.1.texts.de.heading`. */
function usePlace({ blocks }: Draft): (field: string) => string {
    const label = useLabel();
    const { formatLanguageName } = useLocalFormat();
    return field => {
        const [, index, language, text, part] =
            /^(?:blocks\.(\d+)\.?)?(?:texts\.(\w+)\.(\w+)|(\w+))?/.exec(field) ?? [];
        const block = index && blocks[Number(index)];
        const words = [
            block && `${Number(index) + 1}. ${label(blockTypes, block.type)}`,
            text && label(texts, text),
            language && formatLanguageName(language),
            part && label(parts, part),
        ].filter(Boolean);
        return words.join(', ') || field;
    };
}

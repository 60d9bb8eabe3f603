import { Trans } from '@lingui/react/macro';
import { type Draft, readIn } from './draft';

/** What people will read in the shop, in one language. */
export function Preview({ draft, language }: { draft: Draft; language: string }) {
    const texts = readIn(draft, language);
    return (
        <div className="space-y-3">
            <h3 className="text-sm font-medium">
                <Trans>What people read</Trans>
            </h3>
            <ul className="space-y-4 rounded-xl border p-4" data-testid="consent-preview">
                {texts.length === 0 && (
                    <li className="text-sm text-muted-foreground">
                        <Trans>Nothing is asked for.</Trans>
                    </li>
                )}
                {texts.map(({ purpose, languageCode, title, text }) => (
                    <li key={purpose} lang={languageCode} className="flex gap-3 text-sm">
                        <span aria-hidden className="mt-0.5 size-4 shrink-0 rounded-sm border" />
                        <span className="min-w-0">
                            <span className="block font-medium break-words">{title || '…'}</span>
                            <span className="block break-words whitespace-pre-wrap text-muted-foreground">
                                {text || '…'}
                            </span>
                        </span>
                    </li>
                ))}
            </ul>
        </div>
    );
}

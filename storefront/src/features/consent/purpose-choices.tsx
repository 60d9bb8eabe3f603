import { useTranslations } from 'next-intl';
import { writeAnswer, type Purpose } from '@/lib/consent/consent';
import type { ConsentTexts } from './consent-texts';

/** What can be agreed to, each by itself, in the server's words, and what needs no agreement. */
export function PurposeChoices({
    asked: { version, texts },
    agreed,
    place,
}: {
    asked: ConsentTexts;
    agreed: readonly Purpose[];
    place: 'BANNER' | 'ACCOUNT';
}) {
    const t = useTranslations('privacy');
    const asked = writeAnswer({ textVersion: version, purposes: texts.map(({ purpose }) => purpose) });
    return (
        <fieldset className="grid gap-4">
            <legend className="sr-only">{t('purposes')}</legend>
            <input type="hidden" name="asked" value={asked} />
            <input type="hidden" name="place" value={place} />
            {texts.map(({ purpose, languageCode, title, text }) => (
                <label
                    key={purpose}
                    lang={languageCode}
                    className="flex min-h-11 cursor-pointer items-start gap-3.5"
                >
                    <input
                        type="checkbox"
                        name="purpose"
                        value={purpose}
                        defaultChecked={agreed.includes(purpose)}
                        className="mt-0.5 size-5 shrink-0 accent-accent"
                    />
                    <span>
                        <span className="block font-medium">{title}</span>
                        <span className="mt-0.5 block text-sm whitespace-pre-line text-muted">{text}</span>
                    </span>
                </label>
            ))}
            <p className="text-sm text-muted">{t('necessaryText')}</p>
        </fieldset>
    );
}

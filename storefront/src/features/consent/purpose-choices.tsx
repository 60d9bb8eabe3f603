import { useTranslations } from 'next-intl';
import { purposes, type Purpose } from '@/lib/consent/consent';

/** What can be agreed to, each by itself, and what needs no agreement. */
export function PurposeChoices({ agreed }: { agreed: readonly Purpose[] }) {
    const t = useTranslations('privacy');
    return (
        <fieldset className="grid gap-4">
            <legend className="sr-only">{t('purposes')}</legend>
            {purposes.map(purpose => (
                <label key={purpose} className="flex min-h-11 cursor-pointer items-start gap-3.5">
                    <input
                        type="checkbox"
                        name="purpose"
                        value={purpose}
                        defaultChecked={agreed.includes(purpose)}
                        className="mt-0.5 size-5 shrink-0 accent-accent"
                    />
                    <span>
                        <span className="block font-medium">{t(purpose)}</span>
                        <span className="mt-0.5 block text-sm text-muted">{t(`${purpose}Text`)}</span>
                    </span>
                </label>
            ))}
            <p className="text-sm text-muted">{t('necessaryText')}</p>
        </fieldset>
    );
}

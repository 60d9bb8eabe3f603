import { useLocale, useTranslations } from 'next-intl';
import { buttonStyle } from '@/components/ui/button';
import { parseLocale } from '@/lib/market/locale';
import { languages, marketCodes } from '@/lib/market/market';
import { RegionChoice } from './region-choice';

/**
 * Changes language or market and stays on the page. Slugs differ per language; pages that have one redirect to
 * their own when they are asked with another language's.
 */
export function RegionSwitch() {
    const t = useTranslations();
    const locale = useLocale();
    const { language, market } = parseLocale(locale);
    return (
        <RegionChoice key={locale} action={`/${locale}/region`}>
            <fieldset>
                <legend className="mb-3 text-sm font-semibold">{t('layout.region')}</legend>
                <div className="grid gap-3">
                    <Choice
                        name="market"
                        label={t('layout.market')}
                        value={market.code}
                        options={marketCodes.map(code => ({ value: code, label: t(`markets.${code}`) }))}
                    />
                    <Choice
                        name="language"
                        label={t('layout.language')}
                        value={language}
                        options={languages.map(code => ({ value: code, label: t(`languages.${code}`) }))}
                    />
                    <button type="submit" className={buttonStyle('secondary')}>
                        {t('layout.changeRegion')}
                    </button>
                </div>
                <p className="mt-2 text-sm text-muted">{t('layout.cartStays')}</p>
            </fieldset>
        </RegionChoice>
    );
}

interface ChoiceProps {
    readonly name: 'language' | 'market';
    readonly label: string;
    readonly value: string;
    readonly options: readonly { value: string; label: string }[];
}

function Choice({ name, label, value, options }: ChoiceProps) {
    const id = `region-${name}`;
    return (
        <div>
            <label htmlFor={id} className="sr-only">
                {label}
            </label>
            <select
                id={id}
                name={name}
                defaultValue={value}
                autoComplete="off"
                className="h-11 w-full rounded-lg border border-edge bg-raised px-3 text-[0.95rem] hover:border-ink"
            >
                {options.map(option => (
                    <option key={option.value} value={option.value}>
                        {option.label}
                    </option>
                ))}
            </select>
        </div>
    );
}

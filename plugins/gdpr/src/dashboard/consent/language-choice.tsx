import { useLingui } from '@lingui/react/macro';
import { Button, useLocalFormat } from '@vendure/dashboard';

export function LanguageChoice({
    languages,
    value,
    onChange,
}: {
    languages: readonly string[];
    value: string;
    onChange: (language: string) => void;
}) {
    const { t } = useLingui();
    const { formatLanguageName } = useLocalFormat();
    return (
        <div role="group" aria-label={t`Language of the texts`} className="flex flex-wrap gap-2">
            {languages.map(language => (
                <Button
                    key={language}
                    type="button"
                    size="sm"
                    variant={language === value ? 'default' : 'outline'}
                    aria-pressed={language === value}
                    onClick={() => onChange(language)}
                >
                    {formatLanguageName(language)}
                </Button>
            ))}
        </div>
    );
}

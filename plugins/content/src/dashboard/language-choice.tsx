import { Trans } from '@lingui/react/macro';
import { Label, useLocalFormat } from '@vendure/dashboard';
import { useId } from 'react';

/** The language that is written. What has no text in it is shown in the channel's default language. */
export function LanguageChoice({
    languages,
    value,
    onChange,
}: {
    languages: readonly string[];
    value: string;
    onChange: (language: string) => void;
}) {
    const field = useId();
    const { formatLanguageName } = useLocalFormat();
    return (
        <div className="space-y-2">
            <Label htmlFor={field}>
                <Trans>Language</Trans>
            </Label>
            <select
                id={field}
                value={value}
                onChange={event => onChange(event.target.value)}
                className="block h-9 w-full max-w-60 rounded-md border border-input bg-background px-2 text-sm"
            >
                {languages.map(language => (
                    <option key={language} value={language}>
                        {formatLanguageName(language)}
                    </option>
                ))}
            </select>
        </div>
    );
}

import { useLabel } from '@efi/plugin-kit/dashboard';
import { Trans } from '@lingui/react/macro';
import { Input, Label, Textarea } from '@vendure/dashboard';
import { useId } from 'react';
import { purposes } from '../shared/labels';
import { type Draft, withPurpose, withText } from './draft';

/** Whether a purpose is asked for, and its words in one language. */
export function PurposeFields({
    purpose,
    language,
    draft,
    canEdit,
    onChange,
}: {
    purpose: string;
    language: string;
    draft: Draft;
    canEdit: boolean;
    onChange: (draft: Draft) => void;
}) {
    const id = useId();
    const label = useLabel();
    const own = draft[purpose];
    const words = own?.[language];
    const set = (change: { title?: string; text?: string }) =>
        onChange(withText(draft, purpose, language, change));
    return (
        <fieldset className="space-y-3" disabled={!canEdit}>
            <legend className="sr-only">{label(purposes, purpose)}</legend>
            <label className="flex items-center gap-2 text-sm font-medium">
                <input
                    type="checkbox"
                    className="dark:scheme-dark"
                    checked={own !== undefined}
                    onChange={event => onChange(withPurpose(draft, purpose, event.target.checked))}
                />
                {label(purposes, purpose)}
            </label>
            {own !== undefined && (
                <div className="space-y-3 border-l-2 pl-4">
                    <div className="space-y-2">
                        <Label htmlFor={`${id}-title`}>
                            <Trans>Title</Trans>
                        </Label>
                        <Input
                            id={`${id}-title`}
                            lang={language}
                            maxLength={100}
                            value={words?.title ?? ''}
                            onChange={event => set({ title: event.target.value })}
                        />
                    </div>
                    <div className="space-y-2">
                        <Label htmlFor={`${id}-text`}>
                            <Trans>Text</Trans>
                        </Label>
                        <Textarea
                            id={`${id}-text`}
                            lang={language}
                            rows={4}
                            maxLength={2000}
                            value={words?.text ?? ''}
                            onChange={event => set({ text: event.target.value })}
                        />
                    </div>
                </div>
            )}
        </fieldset>
    );
}

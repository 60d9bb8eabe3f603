import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { BadgeProps } from '@vendure/dashboard';

/** What a word of the Admin API is called on screen, and how much attention it asks for. */
export interface Label {
    readonly text: MessageDescriptor;
    readonly variant?: BadgeProps['variant'];
}

/** Labels by the words of the Admin API. */
export type Labels = Readonly<Record<string, Label>>;

/** Reads labels in the reader's language; a word that has none is shown as it is. */
export function useLabel(): (labels: Labels, word: string) => string {
    const { i18n } = useLingui();
    return (labels, word) => {
        const label = labels[word];
        return label ? i18n._(label.text) : word;
    };
}

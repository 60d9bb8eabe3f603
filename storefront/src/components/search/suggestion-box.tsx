import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react';
import { lineAfter, optionsOf } from '@/lib/search/suggestions';
import { optionId, SuggestionList } from './suggestion-list';
import { useSuggestions } from './use-suggestions';

/** An open list of suggestions. */
export interface OpenList {
    readonly activeId: string | undefined;
}

export interface SuggestionBoxProps {
    /** Of the list box that is shown. */
    readonly id: string;
    readonly field: HTMLInputElement;
    /** Says whether a list is open, and which of its lines the arrow keys have led to. */
    readonly onChange: (list: OpenList | undefined) => void;
}

/** Suggests while one types into a field that stands there already. */
export function SuggestionBox({ id, field, onChange }: SuggestionBoxProps) {
    const t = useTranslations('suggestions');
    const { term, suggestions, ask, forget } = useSuggestions(useLocale());
    const [active, setActive] = useState(-1);
    const options = useMemo(() => optionsOf(suggestions, term), [suggestions, term]);
    const isOpen = options.length > 0;

    function close() {
        setActive(-1);
        forget();
    }

    function leave() {
        close();
        field.closest('dialog')?.close();
    }

    const onInput = useEffectEvent(() => {
        setActive(-1);
        ask(field.value);
    });

    const onFocusOut = useEffectEvent((event: FocusEvent) => {
        if (!(event.relatedTarget instanceof Node && field.form?.contains(event.relatedTarget))) {
            close();
        }
    });

    const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
        if (!isOpen || event.isComposing) {
            return;
        }
        switch (event.key) {
            case 'ArrowDown':
            case 'ArrowUp': {
                event.preventDefault();
                const line = lineAfter(active, event.key, options.length);
                setActive(line);
                document.getElementById(optionId(id, line))?.scrollIntoView({ block: 'nearest' });
                return;
            }
            case 'Enter':
                if (active >= 0) {
                    event.preventDefault();
                    document.getElementById(optionId(id, active))?.click();
                }
                return;
            case 'Escape':
                // Closes the list only: neither what was typed nor the menu around the field goes with it.
                event.preventDefault();
                close();
        }
    });

    const tell = useEffectEvent(onChange);
    const activeId = active >= 0 ? optionId(id, active) : undefined;
    // At once: a screen reader asks for the active line as soon as the key is down.
    useLayoutEffect(() => tell(isOpen ? { activeId } : undefined), [isOpen, activeId]);

    useEffect(() => {
        const { form } = field;
        const input = () => onInput();
        const keyDown = (event: KeyboardEvent) => onKeyDown(event);
        const focusOut = (event: FocusEvent) => onFocusOut(event);
        field.addEventListener('input', input);
        field.addEventListener('keydown', keyDown);
        form?.addEventListener('focusout', focusOut);
        if (field.value !== field.defaultValue) {
            // Typed before this was there.
            input();
        }
        return () => {
            field.removeEventListener('input', input);
            field.removeEventListener('keydown', keyDown);
            form?.removeEventListener('focusout', focusOut);
        };
    }, [field]);

    return (
        <>
            <p role="status" className="sr-only">
                {isOpen && t('count', { count: options.length })}
            </p>
            {isOpen && <SuggestionList id={id} options={options} active={active} onChoose={leave} />}
        </>
    );
}

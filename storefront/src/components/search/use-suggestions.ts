'use client';

import { useEffect, useState } from 'react';
import { askedTerm, noSuggestions, type Suggestions } from '@/lib/search/suggestions';

/** Whoever types on within this time, in milliseconds, is not asked for yet. */
const PAUSE = 150;

const nothing = { term: '', suggestions: noSuggestions };

/** What may be meant by what was typed so far. Without an answer there are no suggestions, and the search still works. */
export function useSuggestions(locale: string) {
    const [answer, setAnswer] = useState<{ term: string; suggestions: Suggestions }>(nothing);
    const [asking] = useState(() => new Asking());
    useEffect(() => () => asking.stop(), [asking]);
    return {
        ...answer,
        ask: (typed: string) => {
            asking.stop();
            const term = askedTerm(typed);
            if (term) {
                asking.begin(locale, term, suggestions => setAnswer({ term, suggestions }));
            } else {
                setAnswer(nothing);
            }
        },
        forget: () => {
            asking.stop();
            setAnswer(nothing);
        },
    };
}

/** The one question that is open; the answer to an older one is not waited for. */
class Asking {
    private timer?: ReturnType<typeof setTimeout>;
    private open?: AbortController;

    begin(locale: string, term: string, onAnswer: (suggestions: Suggestions) => void): void {
        const open = new AbortController();
        this.open = open;
        this.timer = setTimeout(() => {
            void fetchAnswer(locale, term, open.signal).then(suggestions => {
                if (!open.signal.aborted) {
                    onAnswer(suggestions);
                }
            });
        }, PAUSE);
    }

    stop(): void {
        clearTimeout(this.timer);
        this.open?.abort();
    }
}

async function fetchAnswer(locale: string, term: string, signal: AbortSignal): Promise<Suggestions> {
    try {
        const query = new URLSearchParams({ q: term }).toString();
        const response = await fetch(`/${locale}/suggestions?${query}`, { signal });
        return response.ok ? ((await response.json()) as Suggestions) : noSuggestions;
    } catch {
        return noSuggestions;
    }
}

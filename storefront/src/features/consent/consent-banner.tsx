'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, type ReactNode } from 'react';
import { FormError } from '@/components/ui/form-message';
import { useActionForm } from '@/components/ui/use-action';
import { decideConsent } from './actions';

interface Props {
    readonly isAsked: boolean;
    /** With the heading `consent-title`. */
    readonly question: ReactNode;
    readonly children: ReactNode;
}

/** The button that had the focus is gone: the keyboard goes on where the page begins. */
function goOn(): void {
    document.querySelector('main')?.focus({ preventScroll: true });
}

/**
 * Asks once. On a phone it stands in the page below the header, so that it covers nothing; where there is room it
 * lies in a corner. In a low window, such as that of who has enlarged the page, it does not stay in sight. The server knows whether to ask, so nothing moves when scripts arrive, and it works without any.
 */
export function ConsentBanner({ isAsked, question, children }: Props) {
    const t = useTranslations('privacy');
    const { result, message, form } = useActionForm(decideConsent);
    const [isAnswered, setIsAnswered] = useState(false);

    useEffect(() => {
        if (result?.ok && document.activeElement === document.body) {
            // Answered before React was there, which had the page made anew.
            goOn();
        }
    }, [result]);

    function close() {
        setIsAnswered(true);
        goOn();
    }

    return (
        <>
            <div role="status" className="sr-only">
                {result?.ok && t('saved')}
            </div>
            {(isAsked || message) && (
                <section
                    aria-labelledby="consent-title"
                    id="consent-banner"
                    // What was chosen in it is needed once more when the answer does not arrive.
                    hidden={isAnswered && !message}
                    className="sticky top-16 z-20 max-h-[calc(100dvh-4rem)] overflow-y-auto border-b border-line bg-raised px-5 pt-4 pb-1 max-md:[@media(height<44rem)]:static max-md:[@media(height<44rem)]:max-h-none md:fixed md:top-auto md:bottom-6 md:left-6 md:max-h-[calc(100dvh-8rem)] md:w-104 md:rounded-2xl md:border md:px-6 md:pt-6 md:pb-3 md:shadow-xl"
                >
                    <form {...form} onSubmit={close}>
                        {question}
                        {message && (
                            <div className="mb-4">
                                <FormError>{message}</FormError>
                            </div>
                        )}
                        {children}
                    </form>
                </section>
            )}
        </>
    );
}

'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useEarlyPress } from '@/components/ui/use-early-press';
import { report } from '@/lib/behaviour/report';
import { classes } from '@/lib/classes';
import { RailCard, type Card } from './rail-card';
import { railStyle } from './rail-layout';

interface Props {
    /** Undefined for what nobody recommended. */
    readonly recommendationId: string | undefined;
    readonly isPersonal: boolean;
    readonly cards: readonly Card[];
    /** Whether the shopper agreed to have it known what they saw and chose. */
    readonly isReported: boolean;
    readonly canHide: boolean;
}

/** From which width on there is something to turn to, by how many cards fit. */
function turning(cards: number): string | undefined {
    return cards > 4 ? 'md:flex' : cards > 3 ? 'md:flex xl:hidden' : undefined;
}

/** The cards of a rail. Whoever agreed is followed from what they saw to what they chose. */
export function RailCards({ recommendationId, isPersonal, cards, isReported, canHide }: Props) {
    const t = useTranslations('rail');
    const row = useRef<HTMLUListElement>(null);
    const buttons = useRef<HTMLDivElement>(null);
    useEarlyPress(buttons);
    useEffect(() => {
        if (!row.current || !isReported || recommendationId === undefined) {
            return;
        }
        const productIds = cards.map(({ id }) => id);
        const observer = new IntersectionObserver(
            entries => {
                if (entries.some(entry => entry.isIntersecting)) {
                    observer.disconnect();
                    report({ recommendationShown: { recommendationId, productIds } });
                }
            },
            { threshold: 0.5 },
        );
        observer.observe(row.current);
        return () => observer.disconnect();
    }, [recommendationId, cards, isReported]);

    function turn(direction: 1 | -1) {
        row.current?.scrollBy({ left: direction * row.current.clientWidth * 0.8 });
    }

    return (
        <>
            <div
                ref={buttons}
                className={classes('absolute top-0 right-0 hidden gap-1', turning(cards.length))}
            >
                {([-1, 1] as const).map(direction => (
                    <button
                        key={direction}
                        type="button"
                        className="grid size-11 place-items-center rounded-full border border-edge hover:border-ink"
                        aria-label={t(direction === 1 ? 'forward' : 'back')}
                        onClick={() => turn(direction)}
                    >
                        {direction === 1 ? (
                            <ArrowRight size={18} aria-hidden />
                        ) : (
                            <ArrowLeft size={18} aria-hidden />
                        )}
                    </button>
                ))}
            </div>
            <ul ref={row} className={railStyle.list}>
                {cards.map(card => (
                    <RailCard
                        key={card.id}
                        card={card}
                        isPersonal={isPersonal}
                        canHide={canHide}
                        onChoose={() =>
                            recommendationId !== undefined &&
                            isReported &&
                            report({ recommendationClicked: { recommendationId, productId: card.id } })
                        }
                    />
                ))}
            </ul>
        </>
    );
}

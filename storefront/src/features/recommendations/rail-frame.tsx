import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { railStyle } from './rail-layout';
import type { RailRequest } from './rail-query';

export type RailTitle = RailRequest['placement'];

/** A rail's place: its heading and, below, whatever has the height of a row of cards. */
export function RailFrame({ title, children }: { title: RailTitle; children: ReactNode }) {
    const t = useTranslations('rail');
    return (
        <section aria-labelledby={`rail-${title}`} className="relative" data-testid={`rail-${title}`}>
            <h2 id={`rail-${title}`} className="display h-11 truncate text-2xl md:pr-28 md:text-3xl">
                {t(`title_${title}`)}
            </h2>
            {children}
        </section>
    );
}

/** A rail that is on its way. */
export function RailSkeleton({ title }: { title: RailTitle }) {
    return (
        <RailFrame title={title}>
            <ul className={railStyle.list} aria-hidden>
                {[0, 1, 2, 3, 4, 5].map(index => (
                    <li key={index} className={railStyle.item}>
                        <div className={`${railStyle.picture} animate-pulse`} />
                        <div className={railStyle.name} />
                        <div className={railStyle.price} />
                        <div className={railStyle.reason} />
                    </li>
                ))}
            </ul>
        </RailFrame>
    );
}

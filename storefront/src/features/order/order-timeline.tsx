import { useFormatter, useTranslations } from 'next-intl';
import { classes } from '@/lib/classes';
import { moment } from '@/lib/moment';
import type { TimelineEntry } from './timeline';

/** What has happened to an order so far; the newest is marked. */
export function OrderTimeline({ entries }: { entries: readonly TimelineEntry[] }) {
    const t = useTranslations('timeline');
    const format = useFormatter();
    return (
        <section aria-labelledby="timeline" className="mt-12">
            <h2 id="timeline" className="display mb-5 text-2xl">
                {t('title')}
            </h2>
            <ol className="ml-1.5 border-l border-line">
                {entries.map((entry, index) => {
                    const isNewest = index === entries.length - 1;
                    return (
                        <li
                            key={entry.id}
                            aria-current={isNewest ? 'step' : undefined}
                            className="relative pb-6 pl-7 last:pb-0"
                        >
                            <span
                                aria-hidden
                                className={classes(
                                    'absolute top-1.5 -left-1.5 size-3 rounded-full border-2 border-paper',
                                    isNewest ? 'bg-accent' : 'bg-edge',
                                )}
                            />
                            <p className={isNewest ? 'font-medium' : undefined}>
                                {t(entry.kind, { pieces: entry.pieces ?? 0 })}
                            </p>
                            <p className="text-sm text-muted">
                                <time dateTime={entry.at}>{format.dateTime(new Date(entry.at), moment)}</time>
                            </p>
                            {entry.trackingCode && (
                                <p className="mt-1 text-[0.95rem]">
                                    {t('trackingCode')}{' '}
                                    <span className="font-medium select-all">{entry.trackingCode}</span>
                                </p>
                            )}
                            {entry.note && (
                                <p className="mt-1 max-w-prose text-[0.95rem] whitespace-pre-line">
                                    {entry.note}
                                </p>
                            )}
                        </li>
                    );
                })}
            </ol>
        </section>
    );
}

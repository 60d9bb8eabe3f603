import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/i18n/navigation';
import { steps, type Step } from './checkout-step';

interface Props {
    readonly step: Step;
    readonly current: Step;
    /** What was entered, for a step that is done. */
    readonly summary: ReactNode;
    /** The form of the current step. */
    readonly children: ReactNode;
}

/** One part of the checkout: done, open or still to come. */
export function StepSection({ step, current, summary, children }: Props) {
    const t = useTranslations('checkout');
    const isCurrent = step === current;
    const isDone = steps.indexOf(step) < steps.indexOf(current);
    return (
        <section
            aria-labelledby={`step-${step}`}
            className="border-b border-line py-8 first:pt-0 last:border-b-0"
        >
            <div className="flex items-center gap-4">
                <span
                    aria-hidden
                    className={`grid size-8 shrink-0 place-items-center rounded-full text-sm font-semibold ${
                        isCurrent || isDone ? 'bg-accent text-on-accent' : 'bg-surface text-muted'
                    }`}
                >
                    {isDone ? <Check size={16} strokeWidth={3} /> : steps.indexOf(step) + 1}
                </span>
                <h2
                    id={`step-${step}`}
                    className={`display text-2xl ${isCurrent || isDone ? '' : 'text-muted'}`}
                    aria-current={isCurrent ? 'step' : undefined}
                >
                    {t(step)}
                </h2>
                {isDone && (
                    <Link
                        href={`/checkout?step=${step}`}
                        className="ml-auto inline-flex min-h-11 items-center text-sm underline underline-offset-4"
                        aria-label={t('editStep', { step: t(step) })}
                    >
                        {t('edit')}
                    </Link>
                )}
            </div>
            {isDone && <div className="mt-3 pl-12 text-[0.95rem] text-muted">{summary}</div>}
            {isCurrent && <div className="mt-7">{children}</div>}
        </section>
    );
}

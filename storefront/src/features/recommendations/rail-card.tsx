'use client';

import { Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { ProductImage } from '@/components/ui/product-image';
import { SubmitButton } from '@/components/ui/submit-button';
import { useActionOr } from '@/components/ui/use-action';
import { Link } from '@/i18n/navigation';
import { changeHidden, type HiddenState } from './actions';
import { railStyle } from './rail-layout';

/** What a card shows of a product, in the server's words. */
export interface Card {
    /** Of the product. */
    readonly id: string;
    readonly name: string;
    readonly slug: string;
    readonly image: string | undefined;
    readonly price: string;
    /** None where the shop's own order decided. */
    readonly reason: string | undefined;
}

interface Props {
    readonly card: Card;
    readonly isPersonal: boolean;
    readonly canHide: boolean;
    readonly onChoose: () => void;
}

/** What had the focus is gone: the way back has it next. */
function focusButton(form: HTMLFormElement | null): void {
    form?.querySelector('button')?.focus();
}

/** One recommended product, why it is there, and for who is signed in a way to be rid of it. */
export function RailCard({ card, isPersonal, canHide, onChoose }: Props) {
    const t = useTranslations();
    const { id, name, slug, reason } = card;
    const [{ isHidden, problem }, change] = useActionOr<HiddenState>(
        changeHidden,
        { isHidden: false },
        (message, before) => ({ ...before, problem: message }),
    );
    const why = useId();
    const popover = useRef<HTMLDivElement>(null);
    useEffect(() => {
        // Not before it is done: what went wrong is told in there.
        if (isHidden) {
            popover.current?.hidePopover();
        }
    }, [isHidden]);
    return (
        <li className={railStyle.item}>
            {/* Not `invisible`, which everything in it inherits: it comes back layer by layer where motion is reduced. */}
            <div inert={isHidden} className={isHidden ? 'relative opacity-0' : 'group relative'}>
                <div className={railStyle.picture}>
                    <ProductImage
                        src={card.image}
                        alt=""
                        sizes="(min-width: 48rem) 14rem, 10rem"
                        widest={672}
                    />
                </div>
                <h3 className={railStyle.name}>
                    <Link
                        href={`/products/${slug}`}
                        onClick={onChoose}
                        className="decoration-1 underline-offset-4 group-hover:underline after:absolute after:inset-0"
                    >
                        {name}
                    </Link>
                </h3>
                <p className={railStyle.price}>{card.price}</p>
                <div className={railStyle.reason}>
                    <span className="line-clamp-2 min-w-0 flex-1 text-[0.8rem] leading-snug text-muted">
                        {reason}
                    </span>
                    {reason && (
                        <button
                            type="button"
                            popoverTarget={why}
                            aria-label={t('rail.whyProduct', { name })}
                            className="relative z-10 -mr-3 grid size-11 shrink-0 place-items-center text-muted hover:text-ink"
                        >
                            <Info size={17} aria-hidden />
                        </button>
                    )}
                </div>
                <div
                    ref={popover}
                    id={why}
                    popover="auto"
                    className="m-auto w-80 max-w-[90vw] rounded-2xl border border-line bg-raised p-6 text-ink shadow-xl backdrop:bg-black/30"
                >
                    <p className="display text-xl">{t('rail.why')}</p>
                    <p className="mt-3 font-medium">{reason}</p>
                    <p className="mt-2 text-sm text-muted">
                        {t(isPersonal ? 'rail.whyPersonal' : 'rail.whyNotPersonal')}{' '}
                        <Link href="/account/privacy" className="underline underline-offset-4">
                            {t('layout.privacy')}
                        </Link>
                    </p>
                    {canHide && (
                        <form action={change} className="mt-4">
                            <input type="hidden" name="productId" value={id} />
                            <SubmitButton look="secondary" name="to" value="hide">
                                {t('rail.hide')}
                            </SubmitButton>
                            {problem && <p className="mt-3 text-sm text-danger">{problem}</p>}
                        </form>
                    )}
                </div>
            </div>
            <div role="status">
                {isHidden && (
                    <form
                        ref={focusButton}
                        action={change}
                        className="absolute inset-0 grid place-content-center gap-4 rounded-xl bg-surface p-4 text-center"
                    >
                        <p className="text-sm">{t('rail.hidden', { name })}</p>
                        <input type="hidden" name="productId" value={id} />
                        <SubmitButton look="quiet" name="to" value="show">
                            {t('rail.undo')}
                        </SubmitButton>
                        {problem && <p className="text-sm text-danger">{problem}</p>}
                    </form>
                )}
            </div>
        </li>
    );
}

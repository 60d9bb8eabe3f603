'use client';

import { Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useId, useRef } from 'react';
import { ProductImage } from '@/components/ui/product-image';
import { SubmitButton } from '@/components/ui/submit-button';
import { Link } from '@/i18n/navigation';
import { changeHidden } from './actions';
import { railStyle } from './rail-layout';
import type { RailItem } from './rail-query';
import { useReason } from './use-reason';

interface Props {
    readonly item: RailItem;
    readonly price: string;
    readonly isPersonal: boolean;
    readonly canHide: boolean;
    readonly onChoose: () => void;
}

/** What had the focus is gone: the way back has it next. */
function focusButton(form: HTMLFormElement | null): void {
    form?.querySelector('button')?.focus();
}

/** One recommended product, why it is there, and for who is signed in a way to be rid of it. */
export function RailCard({ item: { product, reason }, price, isPersonal, canHide, onChoose }: Props) {
    const t = useTranslations();
    const reasonOf = useReason();
    const reasonText = reason && reasonOf(reason);
    const [{ isHidden, problem }, change] = useActionState(changeHidden, { isHidden: false });
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
                        src={product.productAsset?.preview}
                        alt=""
                        sizes="(min-width: 48rem) 14rem, 10rem"
                        widest={672}
                    />
                </div>
                <h3 className={railStyle.name}>
                    <Link
                        href={`/products/${product.slug}`}
                        onClick={onChoose}
                        className="decoration-1 underline-offset-4 group-hover:underline after:absolute after:inset-0"
                    >
                        {product.productName}
                    </Link>
                </h3>
                <p className={railStyle.price}>{price}</p>
                <div className={railStyle.reason}>
                    <span className="line-clamp-2 min-w-0 flex-1 text-[0.8rem] leading-snug text-muted">
                        {reasonText}
                    </span>
                    {reasonText && (
                        <button
                            type="button"
                            popoverTarget={why}
                            aria-label={t('rail.whyProduct', { name: product.productName })}
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
                    <p className="mt-3 font-medium">{reasonText}</p>
                    <p className="mt-2 text-sm text-muted">
                        {t(isPersonal ? 'rail.whyPersonal' : 'rail.whyNotPersonal')}{' '}
                        <Link href="/account/privacy" className="underline underline-offset-4">
                            {t('layout.privacy')}
                        </Link>
                    </p>
                    {canHide && (
                        <form action={change} className="mt-4">
                            <input type="hidden" name="productId" value={product.productId} />
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
                        <p className="text-sm">{t('rail.hidden', { name: product.productName })}</p>
                        <input type="hidden" name="productId" value={product.productId} />
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

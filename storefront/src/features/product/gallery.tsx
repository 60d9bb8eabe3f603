'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { ProductImage } from '@/components/ui/product-image';
import { useEarlyPress } from '@/components/ui/use-early-press';
import { classes } from '@/lib/classes';

/** Loaded when somebody wants to look closely. */
const Zoom = lazy(async () => ({ default: (await import('./zoom')).Zoom }));

interface Props {
    readonly name: string;
    readonly assets: readonly { readonly id: string; readonly preview: string }[];
    readonly current: string | undefined;
    readonly onSelect: (assetId: string) => void;
}

/** One large picture, which opens larger still, and the others small below it. */
export function Gallery({ name, assets, current, onSelect }: Props) {
    const t = useTranslations('product');
    const [isZoomed, setIsZoomed] = useState(false);
    const part = useRef<HTMLElement>(null);
    useEarlyPress(part);
    const shown = assets.find(asset => asset.id === current) ?? assets[0];
    return (
        <section ref={part} aria-label={t('gallery', { name })}>
            <div className="relative aspect-square overflow-hidden rounded-2xl bg-surface md:aspect-4/5 lg:aspect-square">
                <ProductImage
                    src={shown?.preview}
                    alt={name}
                    comes="first"
                    sizes="(min-width: 82rem) 39rem, (min-width: 64rem) 48vw, calc(100vw - 2.5rem)"
                />
                {shown && (
                    <button
                        type="button"
                        aria-label={t('enlarge')}
                        aria-haspopup="dialog"
                        onClick={() => setIsZoomed(true)}
                        className="absolute inset-0 cursor-zoom-in! rounded-2xl"
                    >
                        <span className="absolute right-3 bottom-3 grid size-11 place-items-center rounded-full bg-raised text-ink">
                            <Icon name="zoom" size={20} />
                        </span>
                    </button>
                )}
            </div>
            {assets.length > 1 && (
                <ul className="mt-3 grid grid-cols-5 gap-3">
                    {assets.map((asset, index) => (
                        <li key={asset.id}>
                            <button
                                type="button"
                                aria-label={t('picture', { number: index + 1, total: assets.length })}
                                aria-pressed={asset.id === shown?.id}
                                onClick={() => onSelect(asset.id)}
                                className={classes(
                                    'relative block aspect-square w-full overflow-hidden rounded-lg bg-surface',
                                    asset.id === shown?.id &&
                                        'ring-2 ring-ink ring-offset-2 ring-offset-paper',
                                )}
                            >
                                <ProductImage
                                    src={asset.preview}
                                    alt=""
                                    sizes="(min-width: 64rem) 7rem, 17vw"
                                    widest={480}
                                />
                            </button>
                        </li>
                    ))}
                </ul>
            )}
            {isZoomed && shown && (
                <Suspense>
                    <Zoom
                        name={name}
                        assets={assets}
                        current={shown.id}
                        onSelect={onSelect}
                        onClose={() => setIsZoomed(false)}
                    />
                </Suspense>
            )}
        </section>
    );
}

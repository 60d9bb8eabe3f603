'use client';

import { ChevronLeft, ChevronRight, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { assetImage } from '@/lib/asset-image';

interface Props {
    readonly name: string;
    readonly assets: readonly { readonly id: string; readonly preview: string }[];
    readonly current: string;
    readonly onSelect: (assetId: string) => void;
    readonly onClose: () => void;
}

/**
 * A picture over the whole page: a modal dialog, which Escape closes. Enlarged, it is moved by scrolling, as by a finger
 * or, since it takes the focus, by the arrow keys; else these lead to the picture before and after.
 */
export function Zoom({ name, assets, current, onSelect, onClose }: Props) {
    const t = useTranslations('product');
    const dialog = useRef<HTMLDialogElement>(null);
    const [isLarge, setIsLarge] = useState(false);
    const [loaded, setLoaded] = useState<string>();
    useEffect(() => dialog.current?.showModal(), []);
    const index = assets.findIndex(asset => asset.id === current);
    const shown = assets[index];
    if (!shown) {
        return null;
    }

    function turn(step: 1 | -1) {
        const next = assets[(index + step + assets.length) % assets.length];
        if (next) {
            setIsLarge(false);
            onSelect(next.id);
        }
    }

    return (
        <dialog
            ref={dialog}
            aria-label={t('gallery', { name })}
            onClose={onClose}
            onKeyDown={event => {
                if (!isLarge && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
                    turn(event.key === 'ArrowLeft' ? -1 : 1);
                }
            }}
            className="m-0 h-dvh max-h-none w-full max-w-none bg-paper text-ink"
        >
            <div className="flex h-full flex-col">
                <div className="flex items-center justify-between gap-2 p-3">
                    <p role="status" className="px-2 text-sm text-muted tabular-nums">
                        {t('picture', { number: index + 1, total: assets.length })}
                    </p>
                    <div className="flex gap-1">
                        {assets.length > 1 && (
                            <>
                                <Control label={t('previous')} onClick={() => turn(-1)}>
                                    <ChevronLeft aria-hidden />
                                </Control>
                                <Control label={t('next')} onClick={() => turn(1)}>
                                    <ChevronRight aria-hidden />
                                </Control>
                            </>
                        )}
                        <Control
                            label={t(isLarge ? 'zoomOut' : 'zoomIn')}
                            onClick={() => setIsLarge(!isLarge)}
                        >
                            {isLarge ? <ZoomOut aria-hidden /> : <ZoomIn aria-hidden />}
                        </Control>
                        <Control label={t('close')} onClick={() => dialog.current?.close()}>
                            <X aria-hidden />
                        </Control>
                    </div>
                </div>
                <div
                    role="group"
                    aria-label={name}
                    tabIndex={isLarge ? 0 : -1}
                    className="min-h-0 flex-1 overflow-auto overscroll-contain"
                >
                    <img
                        key={shown.id}
                        src={assetImage(shown.preview, 1920, 80)}
                        alt={name}
                        onClick={() => setIsLarge(!isLarge)}
                        // The page has shown it small, so that is there until the large one has come.
                        style={
                            loaded === shown.id
                                ? undefined
                                : { backgroundImage: `url("${assetImage(shown.preview, 480)}")` }
                        }
                        onLoad={() => setLoaded(shown.id)}
                        className={classes(
                            'bg-contain bg-center bg-no-repeat',
                            isLarge
                                ? 'w-[250%] max-w-none cursor-zoom-out md:w-[180%]'
                                : 'size-full cursor-zoom-in object-contain',
                        )}
                    />
                </div>
            </div>
        </dialog>
    );
}

interface ControlProps {
    readonly label: string;
    readonly onClick: () => void;
    readonly children: ReactNode;
}

function Control({ label, onClick, children }: ControlProps) {
    return (
        <button
            type="button"
            aria-label={label}
            onClick={onClick}
            className="grid size-12 place-items-center rounded-full hover:bg-surface"
        >
            {children}
        </button>
    );
}

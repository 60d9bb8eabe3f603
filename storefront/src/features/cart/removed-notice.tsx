'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';

/** Takes the focus, which stood on the line that has gone. */
export function RemovedNotice({ name, onUndo }: { name: string; onUndo: () => void }) {
    const t = useTranslations('cartDrawer');
    const button = useRef<HTMLButtonElement>(null);
    useEffect(() => button.current?.focus(), []);
    return (
        <div className="mt-4 flex items-center justify-between gap-4 rounded-lg bg-surface py-1 pr-2 pl-4 text-[0.95rem]">
            <span className="min-w-0">{t('removed', { name })}</span>
            <Button ref={button} look="quiet" className="shrink-0 px-3" onClick={onUndo}>
                {t('undo')}
            </Button>
        </div>
    );
}

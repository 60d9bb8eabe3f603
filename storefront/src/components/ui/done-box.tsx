'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** Takes the place of a form that was sent, and the focus, so that whoever hears the page hears what came of it. */
export function DoneBox({ title, children }: { title: string; children: ReactNode }) {
    const box = useRef<HTMLDivElement>(null);
    useEffect(() => box.current?.focus(), []);
    return (
        <div
            ref={box}
            role="status"
            tabIndex={-1}
            className="grid gap-3 rounded-2xl bg-surface p-7 outline-none"
        >
            <h2 className="display text-2xl">{title}</h2>
            {children}
        </div>
    );
}

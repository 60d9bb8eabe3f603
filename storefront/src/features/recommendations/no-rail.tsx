'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';

/**
 * In place of a rail that has nothing to show. Its room goes when nobody can see that: while it is in sight, or
 * above what is, taking it away would move what the shopper looks at.
 *
 * @param children - What was there while it loaded.
 */
export function NoRail({ children }: { children: ReactNode }) {
    const room = useRef<HTMLDivElement>(null);
    const [isNeeded, setIsNeeded] = useState(true);
    useEffect(() => {
        if (!room.current) {
            return;
        }
        const observer = new IntersectionObserver(([entry]) => {
            if (entry && entry.boundingClientRect.top > window.innerHeight) {
                setIsNeeded(false);
            }
        });
        observer.observe(room.current);
        return () => observer.disconnect();
    }, []);
    return isNeeded ? (
        <div ref={room} className="invisible" aria-hidden inert>
            {children}
        </div>
    ) : null;
}

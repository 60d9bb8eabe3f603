'use client';

import { useEffect, useRef } from 'react';
import type { Act } from '@/lib/behaviour/act';

/** Reports an act when the page that it stands on is shown; once for each `key`. */
export function ReportAct({ act }: { act: Act }) {
    const reported = useRef(false);
    useEffect(() => {
        if (!reported.current) {
            reported.current = true;
            import('@/lib/behaviour/report').then(
                ({ report }) => report(act),
                () => undefined,
            );
        }
    }, [act]);
    return null;
}

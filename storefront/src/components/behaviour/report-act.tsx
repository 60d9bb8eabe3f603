'use client';

import { useEffect, useRef } from 'react';
import type { Act } from '@/lib/behaviour/act';
import { report } from '@/lib/behaviour/report';

/** Reports an act when the page that it stands on is shown; once for each `key`. */
export function ReportAct({ act }: { act: Act }) {
    const reported = useRef(false);
    useEffect(() => {
        if (!reported.current) {
            reported.current = true;
            report(act);
        }
    }, [act]);
    return null;
}

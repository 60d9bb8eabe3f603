import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import { failed, type ActionResult } from '@/lib/action-result';
import type { InputProblem } from './account-input';

/** The first fault of each field. The schemas name messages under `form`. */
export async function refused(error: z.ZodError): Promise<ActionResult<never>> {
    const t = await getTranslations('form');
    const fields: Record<string, string> = {};
    for (const issue of error.issues) {
        fields[String(issue.path[0])] ??= t(issue.message as InputProblem);
    }
    return failed(t('check'), fields);
}

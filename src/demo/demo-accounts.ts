import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../project-root';
import { marketCodes } from './shop/markets';

const schema = z.array(
    z.object({
        email: z.email(),
        password: z.string().min(10),
        firstName: z.string(),
        lastName: z.string(),
        market: z.enum(marketCodes),
    }),
);

/** A shopper of the demo who can sign in. */
export type DemoAccount = z.infer<typeof schema>[number];

/** Kept as JSON because the launcher reads them too, before anything is installed or compiled. */
export const demoAccounts: readonly DemoAccount[] = schema.parse(
    JSON.parse(readFileSync(path.join(projectRoot, 'src/demo/demo-accounts.json'), 'utf8')),
);

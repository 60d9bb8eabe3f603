import { expect } from 'vitest';

/** What an entry is to say; of the rest it may say anything. */
export interface Expected {
    readonly action: string;
    readonly status?: 'success' | 'refused' | 'denied' | 'failed';
    readonly actor_kind?: 'administrator' | 'customer' | 'anonymous' | 'machine-key' | 'system';
    readonly class?: 'transaction' | 'authentication' | 'security';
    readonly resource_type?: string;
    readonly before?: unknown;
    readonly after?: unknown;
    readonly detail?: unknown;
}

export interface Act {
    readonly title: string;
    readonly act: () => Promise<unknown>;
    readonly entries: readonly Expected[];
    /** Whether it is asked for otherwise than by a request of the suite's own. */
    readonly isApart?: boolean;
}

/** Those facts among others. */
export const some = (facts: Record<string, unknown>) => expect.objectContaining(facts) as unknown;
